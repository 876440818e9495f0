using System.Runtime.CompilerServices;

namespace Swarm.Inference;

/// <summary>
/// The nearest thing around a device in each of 36 equal sectors, body frame: sector k is centred on the bearing k · 10°, counter-clockwise
/// from straight ahead, so that 0 looks forward, 9 to the left, 18 back and 27 to the right. A range is in metres from the origin of the body
/// frame, the middle of the device's outline; where nothing is within <see cref="Reach"/> it is <see cref="Reach"/>. A value, copied whole.
/// </summary>
/// <remarks>
/// Ten degrees are what a machine needs to pass a wall 0.35 m beside it at walking pace: all that is known of a thing is its sector, and in one of
/// 30° the wall could as well stand in the way.
/// </remarks>
[InlineArray(Count)]
public struct SectorRanges
{
    public const int Count = 36;

    /// <summary>Metres. Nothing beyond matters, and nothing is assumed of what is there.</summary>
    public const float Reach = 10;

    /// <summary>Of a sector, radians.</summary>
    public const double Width = Math.Tau / Count;

    private float _first;

    /// <summary>Nothing within reach all around.</summary>
    public static SectorRanges Clear
    {
        get
        {
            var clear = default(SectorRanges);
            ((Span<float>)clear).Fill(Reach);
            return clear;
        }
    }

    /// <summary>
    /// From any number of equal sectors, the first centred straight ahead, counter-clockwise: each sector here gets the least of those that overlap
    /// it. Infinity and what is beyond reach become <see cref="Reach"/>; what is no range (not a number, negative) is passed on, for the reflex to
    /// answer it.
    /// </summary>
    /// <param name="ranges">Metres. Sectors that no sensor looks into are the caller's to decide: 0 if something may be there.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static SectorRanges Fold(ReadOnlySpan<float> ranges)
    {
        if (ranges.IsEmpty)
            throw new ArgumentException("Ranges of 0 sectors: one at least expected.", nameof(ranges));
        var folded = Clear;
        for (var i = 0; i < ranges.Length; i++)
        {
            // In units of half a sector of the finer kind, so that borders are whole numbers: given [2i-1, 2i+1]·Count, here [2k-1, 2k+1]·n.
            var (low, high) = (((2 * i) - 1) * Count, ((2 * i) + 1) * Count);
            var n = ranges.Length;
            for (var k = Floor(low + n, 2 * n); ((2 * k) - 1) * n < high; k++)
            {
                if (((2 * k) + 1) * n > low)
                    folded.See(((k % Count) + Count) % Count, ranges[i]);
            }
        }

        return folded;
    }

    /// <summary>The sector of a bearing in radians, whichever turn it is given in.</summary>
    public static int SectorOf(double bearing)
    {
        var sector = (int)(Math.Round(bearing / Width) % Count);
        return sector < 0 ? sector + Count : sector;
    }

    /// <summary>Notes something in a sector: the nearest stays; what is no range stays whatever comes.</summary>
    public void See(int sector, float range)
    {
        var held = this[sector];
        if (!float.IsNaN(held) && !(range >= held))
            this[sector] = range;
    }

    private static int Floor(int value, int by) => value >= 0 ? value / by : -((by - 1 - value) / by);
}

namespace Swarm.Inference;

/// <summary>
/// Which things are in a machine's way, and how far ahead. A thing is known by sector and range only, so it counts as being wherever in its sector it would
/// be worst: it is passed by if even there it lies beside the swept width.
/// </summary>
internal sealed class SweptPath
{
    private const int MostTurns = SectorRanges.Count / 2;

    private readonly float[] _outline = new float[SectorRanges.Count];
    private readonly double[] _aside = new double[(MostTurns + 1) * SectorRanges.Count];
    private readonly double[] _along = new double[(MostTurns + 1) * SectorRanges.Count];
    private readonly double _halfWidth;
    private readonly double _ahead;

    public SweptPath(ReflexProfile profile)
    {
        _halfWidth = (profile.Width / 2) + profile.SideClearance;
        _ahead = (profile.Length / 2) + profile.Clearance;
        for (var sector = 0; sector < SectorRanges.Count; sector++)
        {
            _outline[sector] = Outline(profile, sector);
            for (var turns = 0; turns <= MostTurns; turns++)
                (_aside[(turns * SectorRanges.Count) + sector], _along[(turns * SectorRanges.Count) + sector]) = Worst(sector, turns);
        }
    }

    /// <summary>Metres from the middle to the outline where it is nearest in each sector.</summary>
    public ReadOnlySpan<float> Outlines => _outline;

    /// <summary>How many sectors' widths the machine may turn until it stands, half of one being within what a sector does not tell anyway.</summary>
    public static int Turns(double yawRate, double seconds) => (int)Math.Min(MostTurns, (Math.Abs(yawRate) * seconds / SectorRanges.Width) + 0.5);

    /// <summary>The metres free ahead of the outline, less the clearance; below 0 where something is nearer than that.</summary>
    /// <param name="ranges">Each a number, not negative.</param>
    /// <param name="turns">From <see cref="Turns"/>.</param>
    /// <param name="left">Whether the machine turns to the left.</param>
    /// <param name="sector">Of what is nearest.</param>
    /// <param name="contact">Whether that is within the outline.</param>
    public double Free(in SectorRanges ranges, int turns, bool left, out int sector, out bool contact)
    {
        var aside = _aside.AsSpan(turns * SectorRanges.Count, SectorRanges.Count);
        var along = _along.AsSpan(turns * SectorRanges.Count, SectorRanges.Count);
        var least = double.PositiveInfinity;
        (sector, contact) = (-1, false);
        for (var i = 0; i < SectorRanges.Count; i++)
        {
            var range = Math.Min(ranges[i], SectorRanges.Reach);
            if (range < _outline[i])
            {
                (sector, contact) = (i, true);
                return double.NegativeInfinity;
            }

            // Turning right is turning left in the mirror.
            var mirrored = left || i == 0 ? i : SectorRanges.Count - i;
            if (range * aside[mirrored] >= _halfWidth)
                continue;
            // It is as far ahead as it is at the sector's edge, and as it is where it would just be touched: the more of the two, as both hold.
            var touched = Math.Sqrt(Math.Max(0, ((double)range * range) - (_halfWidth * _halfWidth)));
            var ahead = Math.Max(range * along[mirrored], touched) - _ahead;
            if (ahead < least)
                (least, sector) = (ahead, i);
        }

        return least;
    }

    /// <summary>
    /// The least sine and cosine between the way the machine goes and a thing in a sector, over all headings from now to <paramref name="turns"/> sectors to the
    /// left: times the range, the least that the thing is aside, and ahead. An infinite sine for what stays behind.
    /// </summary>
    private static (double Aside, double Along) Worst(int sector, int turns)
    {
        const int Quarter = SectorRanges.Count / 2;
        var middle = sector <= MostTurns ? sector : sector - SectorRanges.Count;
        // In half sectors.
        var (low, high) = ((2 * (middle - turns)) - 1, (2 * middle) + 1);
        if (low >= Quarter || high <= -Quarter)
            return (double.PositiveInfinity, 0);
        var (near, far) = (Math.Min(Math.Abs(low), Math.Abs(high)), Math.Max(Math.Abs(low), Math.Abs(high)));
        return (low <= 0 && high >= 0 ? 0 : SinOf(near), far >= Quarter ? 0 : SinOf(Quarter - far));

        static double SinOf(int halfSectors) => Math.Sin(halfSectors * SectorRanges.Width / 2);
    }

    private static float Outline(ReflexProfile profile, int sector)
    {
        // The outline is nearest at an end of the sector, or where it is square to the middle.
        var least = double.PositiveInfinity;
        foreach (var bearing in (ReadOnlySpan<double>)[sector - 0.5, sector, sector + 0.5])
        {
            var (sin, cos) = Math.SinCos(bearing * SectorRanges.Width);
            least = Math.Min(least, Math.Min(profile.Length / 2 / Math.Abs(cos), profile.Width / 2 / Math.Abs(sin)));
        }

        return (float)least;
    }
}

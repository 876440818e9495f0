namespace Swarm.Evaluation;

/// <summary>How whole objects were followed (Li, Huang and Nevatia, "Learning to Associate", CVPR 2009), as KITTI counts it.</summary>
/// <param name="IdentitySwitches">An object changes from one track to another between two frames in a row.</param>
/// <param name="Fragmentations">An object's track begins anew, or is another than before.</param>
/// <param name="MostlyTracked">Objects with a pair in more than 80 % of their frames.</param>
/// <param name="MostlyLost">Objects with a pair in less than 20 % of their frames.</param>
/// <param name="Objects">Objects that are not ignored in all of their frames.</param>
public readonly record struct TrajectoryCounts(int IdentitySwitches, int Fragmentations, int MostlyTracked, int MostlyLost, int Objects)
{
    private const double Mostly = 0.8;
    private const double Hardly = 0.2;

    /// <summary>Without a pair.</summary>
    public const int None = -1;

    public static TrajectoryCounts operator +(TrajectoryCounts a, TrajectoryCounts b) => new(
        a.IdentitySwitches + b.IdentitySwitches,
        a.Fragmentations + b.Fragmentations,
        a.MostlyTracked + b.MostlyTracked,
        a.MostlyLost + b.MostlyLost,
        a.Objects + b.Objects);

    public static TrajectoryCounts Add(TrajectoryCounts left, TrajectoryCounts right) => left + right;

    /// <summary>Counts one object.</summary>
    /// <param name="tracks">Its track in each frame in which it is labelled, or <see cref="None"/>.</param>
    /// <param name="ignored">Whether it is ignored in that frame.</param>
    public static TrajectoryCounts Of(ReadOnlySpan<int> tracks, ReadOnlySpan<bool> ignored)
    {
        if (!ignored.Contains(false))
            return default;
        if (tracks.IndexOfAnyExcept(None) < 0)
            return new(0, 0, 0, MostlyLost: 1, Objects: 1);

        var (switches, fragmentations) = (0, 0);
        var tracked = tracks[0] != None ? 1 : 0;
        var last = tracks[0];
        for (var f = 1; f < tracks.Length; f++)
        {
            if (ignored[f])
            {
                last = None;
                continue;
            }

            var (now, before) = (tracks[f], tracks[f - 1]);
            if (now == None)
                continue;
            if (last != None && last != now && before != None)
                switches++;
            if (last != None && before != now && f + 1 < tracks.Length && tracks[f + 1] != None)
                fragmentations++;
            tracked++;
            last = now;
        }

        if (tracks.Length > 1 && tracks[^1] != None && tracks[^2] != tracks[^1] && !ignored[^1])
            fragmentations++;
        var share = tracked / (double)(ignored.Length - ignored.Count(true));
        return new(switches, fragmentations, share > Mostly ? 1 : 0, share < Hardly ? 1 : 0, Objects: 1);
    }
}

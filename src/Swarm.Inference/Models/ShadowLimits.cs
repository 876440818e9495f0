namespace Swarm.Inference;

/// <summary>What a candidate has to go through before it takes over.</summary>
public sealed record ShadowLimits
{
    public static ShadowLimits Default { get; } = new();

    /// <summary>Live inputs that it answers in shadow first, at least 1.</summary>
    public int Ticks { get; init; } = 200;

    /// <summary>A verdict further than this from that of the active model differs; in the verdict's unit, for the reflex metres per second.</summary>
    public double Tolerance { get; init; } = 0.1;

    /// <summary>Of the ticks, the share that may differ; with more the candidate is refused. A new version is there to differ, one that nearly always does is not meant.</summary>
    public double MostDiffering { get; init; } = 0.5;

    /// <exception cref="ArgumentOutOfRangeException">A limit that cannot be.</exception>
    public void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Ticks, 1);
        if (!(Tolerance >= 0))
            throw new ArgumentOutOfRangeException(nameof(Tolerance), Tolerance, "0 or more expected.");
        if (!(MostDiffering is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(MostDiffering), MostDiffering, "0 to 1 expected.");
    }
}

namespace Swarm.Inference;

/// <summary>How placement decides.</summary>
public sealed record PlacementOptions
{
    /// <summary>At most this share of the requests leaves the device, hedges not counted.</summary>
    public double EscalatedShare { get; init; } = 1;

    /// <summary>At most this share of the escalated requests is sent to a second tier as well.</summary>
    public double HedgedShare { get; init; } = 0.05;

    /// <summary>The quantile of the first tier's time after which a second one is asked.</summary>
    public double HedgeQuantile { get; init; } = 0.95;

    /// <summary>A tier with less of a chance to answer in time is not asked.</summary>
    public double LeastShareInTime { get; init; } = 0.5;

    /// <summary>What a joule of the device is worth, in units of loss, with a full battery.</summary>
    public double LossPerJoule { get; init; }

    /// <summary>With no more charge than this share nothing is escalated.</summary>
    public double BatteryReserve { get; init; } = 0.1;

    /// <summary>How soon a tier that seems lost is tried again; each failure doubles the wait up to <see cref="LongestProbeWait"/>.</summary>
    public TimeSpan FirstProbeWait { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestProbeWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Observations after which one counts half in the measured times.</summary>
    public double HalfLife { get; init; } = 200;

    /// <summary>How long after the deadline an answer is still waited for, to learn from.</summary>
    public TimeSpan LateGrace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How far a tier's clock may be from one's own.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromSeconds(2);

    internal void Validate()
    {
        Share(EscalatedShare, nameof(EscalatedShare));
        Share(HedgedShare, nameof(HedgedShare));
        Share(LeastShareInTime, nameof(LeastShareInTime));
        Share(BatteryReserve, nameof(BatteryReserve));
        Share(HedgeQuantile, nameof(HedgeQuantile));
        if (!(LossPerJoule >= 0))
            throw new ArgumentException($"{nameof(PlacementOptions)}.{nameof(LossPerJoule)} is {LossPerJoule}: 0 or more expected");
        Positive(FirstProbeWait, nameof(FirstProbeWait));
        Positive(LongestProbeWait, nameof(LongestProbeWait));
        Positive(LateGrace, nameof(LateGrace));
        Positive(ClockTolerance, nameof(ClockTolerance));
    }

    private static void Share(double value, string name)
    {
        if (!(value is >= 0 and <= 1))
            throw new ArgumentException($"{nameof(PlacementOptions)}.{name} is {value}: a share from 0 to 1 expected");
    }

    private static void Positive(TimeSpan value, string name)
    {
        if (value <= TimeSpan.Zero)
            throw new ArgumentException($"{nameof(PlacementOptions)}.{name} is {value}: more than 0 expected");
    }
}

namespace Swarm.Perception;

/// <summary>What a localiser did with a sighting.</summary>
public enum SightingOutcome
{
    /// <summary>It is in the estimate.</summary>
    Fused,

    /// <summary>It is kept until there is enough to tell where the device is.</summary>
    Collected,

    /// <summary>It is too far from what was expected: something misread, or an estimate that is wrong.</summary>
    Outlier,

    /// <summary>It comes too soon after another of the same to tell anything new.</summary>
    Repeated,

    /// <summary>It is older than the localiser remembers, or further ahead than clocks differ.</summary>
    OutOfTime,

    /// <summary>It means nothing: not finite, no noise, of other devices or times than it is fused with.</summary>
    Invalid,
}

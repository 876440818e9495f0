namespace Swarm.Inference;

/// <summary>What a serving tier did with a call.</summary>
public enum TierVerdict
{
    Answered,

    /// <summary>Not begun, or given up: it would have been too late.</summary>
    TooLate,

    /// <summary>Not begun: as much was waiting as the tier takes.</summary>
    Overloaded,

    /// <summary>Not begun: the tier does not have that model.</summary>
    UnknownModel,
}

namespace Swarm.Inference;

/// <summary>Why a local answer was escalated or not.</summary>
public enum PlacementReason
{
    /// <summary>Not escalated: as confident as was asked for.</summary>
    LocalConfident,

    /// <summary>Not escalated: a better answer is not worth what it costs.</summary>
    NotWorthIt,

    /// <summary>Not escalated: there is no other tier.</summary>
    NoTier,

    /// <summary>Not escalated: no tier is likely to answer in time.</summary>
    NoTierInTime,

    /// <summary>Not escalated: too many calls are under way to the tiers that would be in time.</summary>
    TierBusy,

    /// <summary>Not escalated: the share that may leave the device is spent.</summary>
    BudgetSpent,

    /// <summary>Not escalated: the battery is near its reserve.</summary>
    BatteryLow,

    /// <summary>Not escalated: the local answer came after the deadline.</summary>
    NoTimeLeft,

    /// <summary>Escalated: something may be wrong with the local answer.</summary>
    LocalUncertain,

    /// <summary>Escalated: nothing was found where something could be missed.</summary>
    LocalEmpty,

    /// <summary>Escalated: to see whether a tier that seemed lost is back.</summary>
    Probe,
}

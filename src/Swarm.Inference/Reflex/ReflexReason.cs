namespace Swarm.Inference;

/// <summary>Why a verdict is what it is.</summary>
public enum ReflexReason : byte
{
    /// <summary>There is no verdict yet.</summary>
    None,

    /// <summary>Nothing is near enough to matter.</summary>
    Clear,

    /// <summary>The net asks for less speed than the stopping distance does.</summary>
    Net,

    /// <summary>The stopping distance: see <see cref="StoppingDistance"/>.</summary>
    StoppingDistance,

    /// <summary>Something is within the device's own outline.</summary>
    Contact,

    /// <summary>A range is negative or not a number; the verdict's sector names it.</summary>
    RangeInvalid,

    /// <summary>The speed is negative, not a number, or beyond <see cref="ReflexProfile.HighestSpeed"/>.</summary>
    SpeedInvalid,

    /// <summary>The yaw rate is not a number or beyond <see cref="ReflexProfile.HighestYawRate"/>.</summary>
    YawRateInvalid,

    /// <summary>The load is not within 0 to 1.</summary>
    LoadInvalid,

    /// <summary>The friction is not above 0 or beyond <see cref="ReflexProfile.HighestFriction"/>.</summary>
    FrictionInvalid,

    /// <summary>The net's answer is not a number.</summary>
    NetInvalid,

    /// <summary>What the verdict was to be made from is too old. Given by whoever keeps the input, not by the reflex.</summary>
    InputStale,
}

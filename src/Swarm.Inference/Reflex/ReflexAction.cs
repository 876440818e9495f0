namespace Swarm.Inference;

/// <summary>What the reflex bids.</summary>
public enum ReflexAction : byte
{
    /// <summary>Stand, braking as hard as the device may. The default, so that a verdict that nobody wrote is a stop.</summary>
    Stop,

    /// <summary>No faster than the verdict's speed.</summary>
    Slow,

    /// <summary>As fast as the device may.</summary>
    Go,
}

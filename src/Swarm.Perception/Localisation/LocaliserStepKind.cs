namespace Swarm.Perception;

internal enum LocaliserStepKind
{
    /// <summary>The odometry said how the device moves.</summary>
    Motion,

    /// <summary>The device saw a landmark or another device.</summary>
    Saw,

    /// <summary>Another device saw it.</summary>
    WasSeen,

    /// <summary>It told another device where it is.</summary>
    Share,
}

namespace Swarm.Bridge;

/// <summary>Why a message went no further.</summary>
internal enum DropCause
{
    /// <summary>QoS 0, and the device sends faster than its grain takes.</summary>
    Overload,

    /// <summary>QoS 0, and it has waited for its grain for too long to be true still.</summary>
    Stale,

    /// <summary>QoS 0, and the grain failed to take it.</summary>
    GrainFailed,

    /// <summary>QoS 1 of a connection that is gone: the broker sends it again.</summary>
    Superseded,

    /// <summary>The site does not admit the device.</summary>
    NotAdmitted,

    /// <summary>More unknown devices, or more from one of them, than are looked at in one moment.</summary>
    TooManyStrangers,

    /// <summary>Not on a topic of a device of this site.</summary>
    NoDeviceTopic,

    /// <summary>A request for time from a device that has said nothing else, or more of them than are answered.</summary>
    TimeRequest,

    /// <summary>The bridge was stopped before the grain took it.</summary>
    Stopped,
}

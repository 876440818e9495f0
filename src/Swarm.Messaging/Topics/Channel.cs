namespace Swarm.Messaging;

/// <summary>The last level of a device's topic: what kind of message it carries, and which way.</summary>
public enum Channel
{
    Connection,
    Factsheet,
    State,
    Detections,
    Ack,
    Time,
    Ranges,
    Frames,
    Ask,
    Hazards,
    Tracks,
    Command,
    Desired,

    /// <summary>The answer to <see cref="Time"/>.</summary>
    Clock,

    /// <summary>The answer to <see cref="Ask"/>.</summary>
    Answer,
}

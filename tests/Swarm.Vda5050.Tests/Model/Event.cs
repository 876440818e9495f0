namespace Swarm.Vda5050.Tests;

/// <summary>What can happen between fleet control and a vehicle.</summary>
internal enum Event
{
    /// <summary>The oldest message on the way arrives.</summary>
    Deliver,

    /// <summary>Any message on the way arrives, before older ones.</summary>
    DeliverAny,

    /// <summary>A message on the way is lost.</summary>
    Lose,

    /// <summary>A message on the way will arrive twice.</summary>
    Double,

    Time,
    Assign,
    Extend,
    Cancel,
    Instant,

    /// <summary>The vehicle begins to drive, reaches a node, or stands.</summary>
    Drive,

    /// <summary>An action goes on.</summary>
    Act,
    Mode,
    Zone,

    /// <summary>The vehicle's connection breaks: all on the way is lost, the last will comes, and the vehicle connects again.</summary>
    Cut,

    /// <summary>Fleet control dies and begins again with what is stored.</summary>
    Kill,
}

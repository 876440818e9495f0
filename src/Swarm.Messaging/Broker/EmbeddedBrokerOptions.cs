namespace Swarm.Messaging;

/// <summary>Where an <see cref="EmbeddedBroker"/> listens and how much it keeps.</summary>
public sealed class EmbeddedBrokerOptions
{
    /// <summary>On 127.0.0.1; 0 takes any free port, and <see cref="EmbeddedBroker.Port"/> says which.</summary>
    public int Port { get; init; } = 1883;

    /// <summary>Most messages kept for one client that is slower than what is sent to it; beyond, the oldest is dropped.</summary>
    public int MaxPendingPerClient { get; init; } = 1000;

    /// <summary>Most topics with a retained message; beyond, a retained message on a new topic is refused.</summary>
    public int MaxRetained { get; init; } = 20_000;
}

namespace Swarm.Vda5050;

/// <summary>Which state of the vehicle was the last when something was stored: older ones that come late are dropped after a restart too.</summary>
/// <param name="Timestamp">By the vehicle's clock.</param>
/// <param name="ReceivedAt">By the clock here.</param>
public sealed record SeenState(uint HeaderId, DateTimeOffset Timestamp, DateTimeOffset ReceivedAt);

namespace Swarm.Domain;

/// <summary>A latched stop: it holds until it is released, across restarts and reconnects.</summary>
[GenerateSerializer, Immutable, Alias("swarm.Stop")]
public sealed record Stop(
    [property: Id(0)] string Id,
    [property: Id(1)] StopScope Scope,
    [property: Id(2)] DateTimeOffset Since,
    [property: Id(3)] string? Reason = null);

using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>The registered devices of a site, as stored.</summary>
[GenerateSerializer, Immutable, Alias("swarm.grains.Roster")]
internal sealed record Roster
{
    [Id(0)]
    public IReadOnlyList<DeviceId> Registered { get; init; } = [];
}

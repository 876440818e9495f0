using Swarm.Domain;

namespace Swarm.Grains;

/// <summary>All latched stops of a site. <paramref name="Version"/> rises with every stop and release.</summary>
[GenerateSerializer, Immutable, Alias("swarm.StopList")]
public sealed record StopList([property: Id(0)] long Version, [property: Id(1)] IReadOnlyList<Stop> Stops);

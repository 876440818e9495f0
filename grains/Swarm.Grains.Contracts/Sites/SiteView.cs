using Swarm.Domain;

namespace Swarm.Grains;

/// <summary>The live picture of a site.</summary>
[GenerateSerializer, Immutable, Alias("swarm.SiteView")]
public sealed record SiteView(
    [property: Id(0)] DateTimeOffset Time,
    [property: Id(1)] IReadOnlyList<DeviceSummary> Devices,
    [property: Id(2)] IReadOnlyList<Track> Tracks,
    [property: Id(3)] IReadOnlyList<DeviceHazards> Hazards,
    [property: Id(4)] IReadOnlyList<Stop> Stops);

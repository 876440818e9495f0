using Swarm.Domain;

namespace Swarm.Grains;

/// <summary>What one perception cell holds: the confirmed tracks that it owns, and the hazards of the devices in it.</summary>
[GenerateSerializer, Immutable, Alias("swarm.CellView")]
public sealed record CellView(
    [property: Id(0)] CellId Cell,
    [property: Id(1)] DateTimeOffset Time,
    [property: Id(2)] IReadOnlyList<Track> Tracks,
    [property: Id(3)] IReadOnlyList<DeviceHazards> Hazards);

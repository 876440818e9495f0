using Swarm.Domain;

namespace Swarm.Grains;

/// <summary>The hazards of one device.</summary>
[GenerateSerializer, Immutable, Alias("swarm.DeviceHazards")]
public sealed record DeviceHazards([property: Id(0)] DeviceId Device, [property: Id(1)] IReadOnlyList<Hazard> Hazards);

using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>A device that announced itself.</summary>
/// <param name="Admitted">When it last asked; coarse as far as it is stored, since asking alone writes nothing.</param>
[GenerateSerializer, Immutable, Alias("swarm.grains.Guest")]
internal sealed record Guest([property: Id(0)] DeviceId Device, [property: Id(1)] DateTimeOffset Admitted);

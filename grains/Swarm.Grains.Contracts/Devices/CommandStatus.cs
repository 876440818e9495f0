using Swarm.Domain;

namespace Swarm.Grains;

/// <summary>A command and what has become of it: no <paramref name="Ack"/> yet means that it is still to be answered.</summary>
[GenerateSerializer, Immutable, Alias("swarm.CommandStatus")]
public sealed record CommandStatus(
    [property: Id(0)] DeviceCommand Command,
    [property: Id(1)] DateTimeOffset IssuedAt,
    [property: Id(2)] CommandAck? Ack = null);

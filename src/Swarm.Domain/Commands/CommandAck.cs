namespace Swarm.Domain;

/// <summary>Channel <c>ack</c>: what a device made of a command.</summary>
[GenerateSerializer, Immutable, Alias("swarm.CommandAck")]
public sealed record CommandAck(
    [property: Id(0)] string CommandId,
    [property: Id(1)] long Epoch,
    [property: Id(2)] AckResult Result,
    [property: Id(3)] DateTimeOffset Time,
    [property: Id(4)] string? Detail = null,
    DeviceId? Device = null) : UplinkMessage(Device);

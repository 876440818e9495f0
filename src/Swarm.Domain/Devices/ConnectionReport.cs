namespace Swarm.Domain;

/// <summary>Channel <c>connection</c>: a birth, a goodbye, or the last will.</summary>
/// <param name="Birth">
/// Made anew by the device for each connection and repeated in the will of that connection, so that the will of an old
/// connection is told from one of the present. Opaque, 1 to 64 characters.
/// </param>
[GenerateSerializer, Immutable, Alias("swarm.ConnectionReport")]
public sealed record ConnectionReport(
    [property: Id(0)] ConnectionState State,
    [property: Id(1)] string Birth,
    [property: Id(2)] DateTimeOffset? Time = null,
    DeviceId? Device = null) : UplinkMessage(Device);

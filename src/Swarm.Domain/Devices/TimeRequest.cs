namespace Swarm.Domain;

/// <summary>Channel <c>time</c>: asks for the site's time. <paramref name="Sent"/> is the device's own clock and comes back untouched.</summary>
[GenerateSerializer, Immutable, Alias("swarm.TimeRequest")]
public sealed record TimeRequest([property: Id(0)] DateTimeOffset Sent, DeviceId? Device = null) : UplinkMessage(Device);

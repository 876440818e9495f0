namespace Swarm.Domain;

/// <summary>
/// Channel <c>clock</c>: answers a <see cref="TimeRequest"/> as in NTP (RFC 5905, section 8): with the device's time of
/// arrival T4, offset = ((Received − Sent) + (Replied − T4)) / 2 and round trip = (T4 − Sent) − (Replied − Received).
/// </summary>
[GenerateSerializer, Immutable, Alias("swarm.TimeReply")]
public sealed record TimeReply(
    [property: Id(0)] DateTimeOffset Sent,
    [property: Id(1)] DateTimeOffset Received,
    [property: Id(2)] DateTimeOffset Replied) : DownlinkMessage;

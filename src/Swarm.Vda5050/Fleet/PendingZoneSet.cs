namespace Swarm.Vda5050;

/// <summary>A zone set on its way.</summary>
public sealed record PendingZoneSet(ZoneSet ZoneSet, DateTimeOffset NextSendAt, int Copies = 0);

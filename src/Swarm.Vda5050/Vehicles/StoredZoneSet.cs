namespace Swarm.Vda5050;

/// <summary>A zone set on the vehicle.</summary>
public sealed record StoredZoneSet(ZoneSet ZoneSet, EnabledStatus Status);

namespace Swarm.Vda5050;

/// <summary>Zones for a map (topic <c>zoneSet</c>; 3.0: 7.6).</summary>
public sealed record ZoneSetMessage : VdaMessage
{
    public required ZoneSet ZoneSet { get; init; }
}

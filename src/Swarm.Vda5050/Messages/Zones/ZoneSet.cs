namespace Swarm.Vda5050;

/// <summary>All zones of one map. What an id stands for never changes.</summary>
public sealed record ZoneSet
{
    public required string MapId { get; init; }

    public required string ZoneSetId { get; init; }

    public string? ZoneSetDescriptor { get; init; }

    public required IReadOnlyList<Zone> Zones { get; init; }
}

namespace Swarm.Vda5050;

/// <summary>A zone set that the vehicle has.</summary>
public sealed record ZoneSetState
{
    public required string ZoneSetId { get; init; }

    public required string MapId { get; init; }

    /// <summary>At most one set of a map is enabled.</summary>
    public required EnabledStatus ZoneSetStatus { get; init; }
}

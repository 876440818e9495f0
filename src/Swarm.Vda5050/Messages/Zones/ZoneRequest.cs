namespace Swarm.Vda5050;

/// <summary>A request about a zone.</summary>
public sealed record ZoneRequest
{
    /// <summary>Unique among the requests of the vehicle.</summary>
    public required string RequestId { get; init; }

    /// <summary>Access or replanning.</summary>
    public required RequestType RequestType { get; init; }

    public required string ZoneId { get; init; }

    public required string ZoneSetId { get; init; }

    public required RequestStatus RequestStatus { get; init; }

    public Trajectory? Trajectory { get; init; }
}

namespace Swarm.Vda5050;

/// <summary>A request to use the corridor of an edge.</summary>
public sealed record EdgeRequest
{
    public required string RequestId { get; init; }

    /// <summary>Corridor.</summary>
    public required RequestType RequestType { get; init; }

    public required string EdgeId { get; init; }

    public required uint SequenceId { get; init; }

    public required RequestStatus RequestStatus { get; init; }
}

namespace Swarm.Vda5050;

/// <summary>An area with a rule. Which of the optional fields it must have is said by its type (3.0: 6.4.1).</summary>
public sealed record Zone
{
    /// <summary>Unique in its set.</summary>
    public required string ZoneId { get; init; }

    public required ZoneType ZoneType { get; init; }

    public string? ZoneDescriptor { get; init; }

    /// <summary>A simple polygon, counter-clockwise, three vertices or more.</summary>
    public required IReadOnlyList<Vertex> Vertices { get; init; }

    /// <summary>m/s; of a speed limit.</summary>
    public double? MaximumSpeed { get; init; }

    public IReadOnlyList<ZoneAction>? EntryActions { get; init; }

    public IReadOnlyList<ZoneAction>? DuringActions { get; init; }

    public IReadOnlyList<ZoneAction>? ExitActions { get; init; }

    public ReleaseLossBehavior? ReleaseLossBehavior { get; init; }

    /// <summary>0 to 1.</summary>
    public double? PriorityFactor { get; init; }

    /// <summary>0 to 1.</summary>
    public double? PenaltyFactor { get; init; }

    /// <summary>Radians; of a directed or bidirected zone.</summary>
    public double? Direction { get; init; }

    public DirectedLimitation? DirectedLimitation { get; init; }

    /// <summary>Soft or restricted.</summary>
    public DirectedLimitation? BidirectedLimitation { get; init; }
}

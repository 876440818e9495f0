namespace Swarm.Vda5050;

/// <summary>A place to pass. Its sequence id is even.</summary>
public sealed record Node
{
    public required string NodeId { get; init; }

    /// <summary>Shared with the edges: node 0, edge 1, node 2, …; stays the same in updates.</summary>
    public required uint SequenceId { get; init; }

    public string? NodeDescriptor { get; init; }

    /// <summary>True: base; false: horizon.</summary>
    public required bool Released { get; init; }

    public NodePosition? NodePosition { get; init; }

    public required IReadOnlyList<VehicleAction> Actions { get; init; }
}

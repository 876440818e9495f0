namespace Swarm.Vda5050;

/// <summary>A node still to pass.</summary>
public sealed record NodeState
{
    public required string NodeId { get; init; }

    public required uint SequenceId { get; init; }

    public string? NodeDescriptor { get; init; }

    public required bool Released { get; init; }

    public NodePosition? NodePosition { get; init; }
}

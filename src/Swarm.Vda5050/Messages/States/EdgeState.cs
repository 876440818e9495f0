namespace Swarm.Vda5050;

/// <summary>An edge still to pass.</summary>
public sealed record EdgeState
{
    public required string EdgeId { get; init; }

    public required uint SequenceId { get; init; }

    public string? EdgeDescriptor { get; init; }

    public required bool Released { get; init; }

    public Trajectory? Trajectory { get; init; }
}

namespace Swarm.Vda5050;

/// <summary>An outline of the vehicle: a simple polygon in metres.</summary>
public sealed record Envelope2d
{
    /// <summary>Named <c>set</c> in 2.1.</summary>
    public required string Envelope2dId { get; init; }

    /// <summary>Named <c>polygonPoints</c> in 2.1.</summary>
    public required IReadOnlyList<Vertex> Vertices { get; init; }

    public string? Description { get; init; }
}

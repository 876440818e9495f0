namespace Swarm.Vda5050;

/// <summary>Metres.</summary>
public sealed record Vertex
{
    public required double X { get; init; }

    public required double Y { get; init; }
}

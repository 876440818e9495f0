namespace Swarm.Vda5050;

/// <summary>The next stretch of the way, with times (3.0: 6.8).</summary>
public sealed record IntermediatePath
{
    public required IReadOnlyList<Waypoint> Polyline { get; init; }
}

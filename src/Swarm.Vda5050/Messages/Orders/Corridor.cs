namespace Swarm.Vda5050;

/// <summary>How far from an edge's trajectory a vehicle may go around an obstacle (3.0: 6.1.5; since 2.1).</summary>
public sealed record Corridor
{
    /// <summary>Metres.</summary>
    public required double LeftWidth { get; init; }

    /// <summary>Metres.</summary>
    public required double RightWidth { get; init; }

    public CorridorReferencePoint? CorridorReferencePoint { get; init; }

    /// <summary>Whether fleet control is to be asked first (3.0).</summary>
    public bool? ReleaseRequired { get; init; }

    public CorridorLossBehavior? ReleaseLossBehavior { get; init; }
}

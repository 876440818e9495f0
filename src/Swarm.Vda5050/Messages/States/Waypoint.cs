namespace Swarm.Vda5050;

/// <summary>Where a vehicle means to be, and when.</summary>
public sealed record Waypoint
{
    public required double X { get; init; }

    public required double Y { get; init; }

    public double? Theta { get; init; }

    public required DateTimeOffset Eta { get; init; }
}

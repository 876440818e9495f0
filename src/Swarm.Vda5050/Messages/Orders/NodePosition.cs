namespace Swarm.Vda5050;

/// <summary>Metres and radians in the site's frame.</summary>
public sealed record NodePosition
{
    public required double X { get; init; }

    public required double Y { get; init; }

    /// <summary>The heading to have on the node, −π to π.</summary>
    public double? Theta { get; init; }

    /// <summary>How near is there. In 2.1 a radius: read as a circle, written as the smaller half-axis.</summary>
    public AllowedDeviation? AllowedDeviationXY { get; init; }

    /// <summary>Radians, 0 to π.</summary>
    public double? AllowedDeviationTheta { get; init; }

    public required string MapId { get; init; }
}

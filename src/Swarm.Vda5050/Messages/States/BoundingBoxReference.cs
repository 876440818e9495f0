namespace Swarm.Vda5050;

/// <summary>The middle of the bottom of a load's box, in metres and radians in the vehicle's frame.</summary>
public sealed record BoundingBoxReference
{
    public required double X { get; init; }

    public required double Y { get; init; }

    public required double Z { get; init; }

    public double? Theta { get; init; }
}

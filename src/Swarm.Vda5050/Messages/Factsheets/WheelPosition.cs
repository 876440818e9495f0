namespace Swarm.Vda5050;

/// <summary>Metres and radians in the vehicle's frame.</summary>
public sealed record WheelPosition
{
    public required double X { get; init; }

    public required double Y { get; init; }

    public double? Theta { get; init; }
}

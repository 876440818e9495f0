namespace Swarm.Vda5050;

/// <summary>A control point of a trajectory, in metres.</summary>
public sealed record ControlPoint
{
    public required double X { get; init; }

    public required double Y { get; init; }

    /// <summary>More than 0; 1 if absent.</summary>
    public double? Weight { get; init; }
}

namespace Swarm.Vda5050;

/// <summary>A clamped NURBS curve from the edge's start to its end.</summary>
public sealed record Trajectory
{
    /// <summary>1 if absent. Required by 2.1.</summary>
    public int? Degree { get; init; }

    /// <summary>0 to 1, not falling, <c>degree + 1</c> longer than the control points. Required by 2.1.</summary>
    public IReadOnlyList<double>? KnotVector { get; init; }

    public required IReadOnlyList<ControlPoint> ControlPoints { get; init; }
}

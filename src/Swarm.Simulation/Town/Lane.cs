using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>The straight line on which cars or cyclists pass through the site, from edge to edge.</summary>
internal sealed record Lane(Point2 Start, Point2 Direction)
{
    /// <summary>Metres.</summary>
    public const double Length = 2 * TownPlan.HalfSide;

    public bool AlongX => Direction.X != 0;

    public Pose At(double s)
    {
        var point = Start + (s * Direction);
        return new(point.X, point.Y, Direction.Bearing);
    }

    /// <summary>How far along the lane a point is, and how far to its left.</summary>
    public (double Along, double Left) Locate(Point2 point) =>
        ((point - Start).Dot(Direction), Direction.Cross(point - Start));
}

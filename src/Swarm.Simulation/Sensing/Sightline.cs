using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>What may hide things from a sensor that stands at one point: everything near it that is tall enough.</summary>
/// <remarks>
/// Height counts only in this way: what is lower than half the sensor's own height is looked over, all else hides what is behind it.
/// </remarks>
internal sealed class Sightline
{
    private readonly List<(Point2 From, Point2 To, Body? Body)> _edges = [];
    private readonly List<Body> _targets = [];

    public Point2 Eye { get; private set; }

    /// <summary>The outlines of what hides, each edge with the body it belongs to, or null for what is fixed.</summary>
    public IReadOnlyList<(Point2 From, Point2 To, Body? Body)> Edges => _edges;

    /// <summary>The bodies in range.</summary>
    public IReadOnlyList<Body> Targets => _targets;

    public void Stand(World world, Body self, Point2 eye, double height, double range)
    {
        Eye = eye;
        _edges.Clear();
        _targets.Clear();
        foreach (var obstacle in world.Town.Obstacles)
        {
            if (obstacle.Height < height / 2 || obstacle.Outline.DistanceTo(eye) > range)
                continue;
            for (var i = 0; i < 4; i++)
                _edges.Add((obstacle.Corners[i], obstacle.Corners[(i + 1) % 4], null));
        }

        foreach (var body in world.Bodies)
        {
            if (body == self || body.Pose.Z > 2 || body.Pose.Plane.DistanceTo(eye) - body.Radius > range)
                continue;
            _targets.Add(body);
            if (body.Size.Height < height / 2)
                continue;
            var footprint = body.Footprint;
            for (var i = 0; i < 4; i++)
                _edges.Add((footprint.Corner(i), footprint.Corner((i + 1) % 4), body));
        }
    }

    /// <summary>Whether nothing else stands between the eye and a point of a body.</summary>
    public bool Sees(Point2 point, Body? target)
    {
        foreach (var (from, to, body) in _edges)
            if ((body is null || body != target) && Plane.Cross(Eye, point, from, to))
                return false;
        return true;
    }
}

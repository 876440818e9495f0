using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>A path to follow, measured in metres from its start.</summary>
internal sealed class Route
{
    /// <summary>Half the distance over which the heading is taken, metres.</summary>
    private const double HeadingReach = 0.15;

    private const double ArcStep = Math.PI / 12;

    private readonly Point2[] _points;
    private readonly double[] _at;

    private Route(List<Point2> points)
    {
        // Where two arcs meet in the middle of a short side they share a point; a segment without length has no direction.
        _points = [.. points.Where((point, i) => i == 0 || point.DistanceTo(points[i - 1]) > 1e-6)];
        if (_points.Length < 2)
            throw new ArgumentException("A route needs two different points.", nameof(points));
        _at = new double[_points.Length];
        for (var i = 1; i < _points.Length; i++)
            _at[i] = _at[i - 1] + _points[i - 1].DistanceTo(_points[i]);
    }

    public double Length => _at[^1];

    /// <summary>A path through two or more corners, each rounded with up to <paramref name="radius"/> metres.</summary>
    public static Route Through(IReadOnlyList<Point2> corners, double radius)
    {
        List<Point2> points = [corners[0]];
        for (var i = 1; i < corners.Count - 1; i++)
            Round(points, corners[i - 1], corners[i], corners[i + 1], radius);
        points.Add(corners[^1]);
        return new(points);
    }

    /// <summary>
    /// The corners moved <paramref name="lateral"/> metres to the left of the way through them, but for the first, which is where the
    /// traveller stands.
    /// </summary>
    public static IReadOnlyList<Point2> Shift(IReadOnlyList<Point2> corners, double lateral)
    {
        var shifted = new Point2[corners.Count];
        shifted[0] = corners[0];
        for (var i = 1; i < corners.Count; i++)
        {
            var before = (corners[i] - corners[i - 1]).Unit.Left;
            var after = i + 1 < corners.Count ? (corners[i + 1] - corners[i]).Unit.Left : before;
            var together = 1 + before.Dot(after);
            // Beyond a right angle the shifted sides meet far off.
            shifted[i] = corners[i] + (together < 0.9 ? lateral * before : lateral / together * (before + after));
        }

        return shifted;
    }

    public Point2 PointAt(double s)
    {
        var i = SegmentAt(s);
        var t = Math.Clamp((s - _at[i]) / (_at[i + 1] - _at[i]), 0, 1);
        return _points[i] + (t * (_points[i + 1] - _points[i]));
    }

    /// <summary>Where the path is after <paramref name="s"/> metres and which way it runs, shifted to its left.</summary>
    public Pose At(double s, double lateral = 0)
    {
        var along = PointAt(Math.Min(s + HeadingReach, Length)) - PointAt(Math.Max(s - HeadingReach, 0));
        var point = PointAt(s) + (lateral * along.Unit.Left);
        return new(point.X, point.Y, along.Bearing);
    }

    private int SegmentAt(double s)
    {
        var i = Array.BinarySearch(_at, s);
        return Math.Clamp(i >= 0 ? i : ~i - 1, 0, _at.Length - 2);
    }

    private static void Round(List<Point2> points, Point2 from, Point2 corner, Point2 to, double radius)
    {
        var (into, onward) = ((corner - from).Unit, (to - corner).Unit);
        var turn = Math.Atan2(into.Cross(onward), into.Dot(onward));
        var tan = Math.Tan(Math.Abs(turn) / 2);
        var cut = Math.Min(radius * tan, Math.Min(from.DistanceTo(corner), corner.DistanceTo(to)) / 2);
        if (Math.Abs(turn) < ArcStep || Math.Abs(turn) > 0.9 * Math.PI)
        {
            points.Add(corner);
            return;
        }

        var start = corner - (cut * into);
        var centre = start + (Math.Sign(turn) * (cut / tan) * into.Left);
        var steps = (int)Math.Ceiling(Math.Abs(turn) / ArcStep);
        for (var i = 0; i <= steps; i++)
            points.Add(new Pose(centre.X, centre.Y, turn * i / steps).Transform(start - centre));
    }
}

using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>
/// The region in clear view of a sensor, as a polygon that never holds a point whose view is blocked: the field of view is divided into
/// narrow sectors, each as deep as the nearest thing in it; the corner between two sectors takes the lesser depth of the two, so that
/// each chord stays within its sector's depth. A body hides what is behind it, not itself.
/// </summary>
internal sealed class VisibleRegion
{
    private const int Sectors = 72;

    private readonly double[] _depth = new double[Sectors];
    private double _start;
    private double _width;
    private bool _allRound;

    /// <summary>Looks around from where <paramref name="sight"/> stands; <paramref name="yaw"/> is the sensor's axis in the site frame.</summary>
    public void Look(Sightline sight, FieldOfView field, double yaw)
    {
        _allRound = field.HorizontalAngle >= Math.Tau;
        _start = yaw - (field.HorizontalAngle / 2);
        _width = field.HorizontalAngle / Sectors;
        Array.Fill(_depth, field.MaxRange);

        Body? body = null;
        Span<double> far = stackalloc double[Sectors];
        far.Clear();
        foreach (var edge in sight.Edges)
        {
            if (edge.Body != body)
                Hide(far);
            body = edge.Body;
            Sweep(edge.From - sight.Eye, edge.To - sight.Eye, body is null ? default : far);
        }

        Hide(far);
    }

    /// <summary>Depth in a direction of the site frame, 0 outside the field of view.</summary>
    public double DepthAt(double bearing)
    {
        var sector = (int)Math.Floor(After(bearing) / _width);
        return sector < Sectors ? _depth[sector] : 0;
    }

    /// <summary>The corners relative to the eye, in the axes of the site frame, counter-clockwise.</summary>
    public IEnumerable<Point2> Corners()
    {
        if (!_allRound)
            yield return default;
        for (var i = 0; i < (_allRound ? Sectors : Sectors + 1); i++)
        {
            var before = _depth[_allRound ? (i + Sectors - 1) % Sectors : Math.Max(i - 1, 0)];
            yield return Math.Min(before, _depth[Math.Min(i, Sectors - 1)]) * Plane.Direction(_start + (i * _width));
        }
    }

    /// <summary>Takes the far side of a body over into the depths and forgets it.</summary>
    private void Hide(Span<double> far)
    {
        for (var i = 0; i < Sectors; i++)
        {
            if (far[i] > 0)
                _depth[i] = Math.Min(_depth[i], far[i]);
            far[i] = 0;
        }
    }

    /// <summary>
    /// Goes through the sectors that an edge spans: an edge of something fixed cuts their depth, one of a body is noted in
    /// <paramref name="far"/> with its greatest distance.
    /// </summary>
    private void Sweep(Point2 from, Point2 to, Span<double> far)
    {
        var turn = Math.Atan2(from.Cross(to), from.Dot(to));
        if (turn < 0)
            (from, to, turn) = (to, from, -turn);
        if (turn < 1e-9)
            return;

        var begin = After(from.Bearing);
        var end = begin + turn;
        Cut(from, to - from, begin, Math.Min(end, Math.Tau), far);
        if (end > Math.Tau)
            Cut(from, to - from, 0, end - Math.Tau, far);
    }

    /// <summary>The same for the part of the edge between two angles, counted from the start of the field of view.</summary>
    private void Cut(Point2 from, Point2 edge, double begin, double end, Span<double> far)
    {
        var area = from.Cross(edge);
        var foot = from - (from.Dot(edge) / edge.Dot(edge) * edge);
        var footAngle = After(foot.Bearing);
        for (var i = (int)(begin / _width); i < Sectors && i * _width < end; i++)
        {
            var (left, right) = (Math.Max(begin, i * _width), Math.Min(end, (i + 1) * _width));
            var (a, b) = (DistanceAt(left), DistanceAt(right));
            if (!far.IsEmpty)
                far[i] = Math.Max(far[i], Math.Max(a, b));
            else
                _depth[i] = Math.Min(_depth[i], footAngle >= left && footAngle <= right ? foot.Length : Math.Min(a, b));
        }

        double DistanceAt(double angle) => area / Plane.Direction(_start + angle).Cross(edge);
    }

    /// <summary>How far counter-clockwise from the start of the field of view, 0 to 2π.</summary>
    private double After(double bearing)
    {
        var angle = (bearing - _start) % Math.Tau;
        return angle < 0 ? angle + Math.Tau : angle;
    }
}

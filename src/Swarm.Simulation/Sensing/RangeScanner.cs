using Swarm.Domain;
using Swarm.Inference;

namespace Swarm.Simulation;

/// <summary>What a scanner in the middle of a machine measures of the outlines around it: in each sector the nearest point of any.</summary>
internal sealed class RangeScanner
{
    /// <summary>Radians, or sectors: nothing that is measured is so exact.</summary>
    private const double Hair = 1e-9;

    private SectorRanges _ranges = SectorRanges.Clear;

    public ref readonly SectorRanges Ranges => ref _ranges;

    public void Clear() => _ranges = SectorRanges.Clear;

    /// <summary>Looks at the outline of a box.</summary>
    /// <param name="pose">Of the machine, in the frame of the box.</param>
    public void Add(Pose pose, Box box)
    {
        if (box.Centre.DistanceTo(pose.Plane) - box.CircumscribedRadius > SectorRanges.Reach)
            return;
        var last = pose.InverseTransform(box.Corner(3));
        for (var i = 0; i < 4; i++)
        {
            var corner = pose.InverseTransform(box.Corner(i));
            Add(last, corner);
            last = corner;
        }
    }

    /// <summary>Looks at the outline of what stands along the axes of the frame that <paramref name="pose"/> is in.</summary>
    public void Add(Pose pose, Rectangle outline)
    {
        if (outline.DistanceTo(pose.Plane) < SectorRanges.Reach)
            Add(pose, new Box(new(outline.Centre.X, outline.Centre.Y, 0), outline.East - outline.West, outline.North - outline.South));
    }

    /// <summary>Looks at a straight edge, body frame.</summary>
    public void Add(Point2 from, Point2 to)
    {
        var edge = to - from;
        if (edge.Dot(edge) < 1e-18)
            return;
        var turn = Math.Atan2(from.Cross(to), from.Dot(to));
        if (turn < 0)
            (from, to, edge, turn) = (to, from, -1 * edge, -turn);
        var share = Math.Clamp(-from.Dot(edge) / edge.Dot(edge), 0, 1);
        var foot = from + (share * edge);
        if (foot.Length >= SectorRanges.Reach)
            return;
        // Seen edge on, or with the scanner on it: its nearest point is all there is of it.
        See(foot);
        if (turn < 1e-9)
            return;

        See(from);
        See(to);
        var (begin, area) = (from.Bearing, from.Cross(edge));
        // An end on a border is in both sectors as well, whichever side rounding has put it on.
        var first = (int)Math.Ceiling((begin / SectorRanges.Width) - 0.5 - Hair);
        for (var border = first; (border + 0.5) * SectorRanges.Width <= begin + turn + Hair; border++)
        {
            var across = Plane.Direction((border + 0.5) * SectorRanges.Width).Cross(edge);
            if (across < 1e-12)
                continue;
            // Where an edge crosses the border of two sectors, it is in both.
            var range = (float)Math.Max(0, area / across);
            _ranges.See(Wrap(border), range);
            _ranges.See(Wrap(border + 1), range);
        }
    }

    private static int Wrap(int sector) => ((sector % SectorRanges.Count) + SectorRanges.Count) % SectorRanges.Count;

    private void See(Point2 point) => _ranges.See(SectorRanges.SectorOf(point.Bearing), (float)point.Length);
}

namespace Swarm.Evaluation;

/// <summary>How much two upright boxes overlap.</summary>
public static class BoxOverlap
{
    /// <summary>A rectangle cut by a rectangle has at most eight corners; one more for the cut that is going on.</summary>
    private const int MaxCorners = 9;

    /// <summary>
    /// Intersection over union of the volumes, 0 to 1. The ground faces are cut exactly (Sutherland and Hodgman, <i>Communications of
    /// the ACM</i> 17(1), 1974): the second box's face, seen from the first box, against its four sides.
    /// </summary>
    public static double Iou(in UprightBox a, in UprightBox b)
    {
        var height = Math.Min(a.Y, b.Y) - Math.Max(a.Y - a.Height, b.Y - b.Height);
        if (height <= 0)
            return 0;
        var common = CommonArea(a, b) * height;
        return common / (a.Volume + b.Volume - common);
    }

    /// <summary>Square metres that the ground faces of both have in common.</summary>
    public static double CommonArea(in UprightBox a, in UprightBox b)
    {
        var (dx, dz) = (b.X - a.X, b.Z - a.Z);
        var reach = (Diagonal(a) + Diagonal(b)) / 2;
        if ((dx * dx) + (dz * dz) >= reach * reach)
            return 0;

        // In the frame of a: along its length, across its width.
        var (sin, cos) = Math.SinCos(a.Ry);
        var (along, across) = ((cos * dx) - (sin * dz), (sin * dx) + (cos * dz));
        var (turnSin, turnCos) = Math.SinCos(b.Ry - a.Ry);
        Span<(double U, double V)> face = stackalloc (double, double)[MaxCorners];
        Span<(double U, double V)> cut = stackalloc (double, double)[MaxCorners];
        for (var corner = 0; corner < 4; corner++)
        {
            var p = (corner is 0 or 3 ? 0.5 : -0.5) * b.Length;
            var q = (corner is 0 or 1 ? 0.5 : -0.5) * b.Width;
            face[corner] = (along + (turnCos * p) + (turnSin * q), across - (turnSin * p) + (turnCos * q));
        }

        var count = Cut(face, 4, cut, 1, 0, a.Length / 2);
        count = Cut(cut, count, face, -1, 0, a.Length / 2);
        count = Cut(face, count, cut, 0, 1, a.Width / 2);
        count = Cut(cut, count, face, 0, -1, a.Width / 2);
        return Area(face[..count]);
    }

    private static double Diagonal(in UprightBox box) => Math.Sqrt((box.Length * box.Length) + (box.Width * box.Width));

    /// <summary>Keeps what lies where (normalU, normalV) · corner ≤ limit.</summary>
    private static int Cut(
        ReadOnlySpan<(double U, double V)> corners,
        int count,
        Span<(double U, double V)> kept,
        double normalU,
        double normalV,
        double limit)
    {
        var keptCount = 0;
        for (var i = 0; i < count; i++)
        {
            var from = corners[i];
            var to = corners[i + 1 < count ? i + 1 : 0];
            var fromBeyond = (normalU * from.U) + (normalV * from.V) - limit;
            var toBeyond = (normalU * to.U) + (normalV * to.V) - limit;
            if (fromBeyond <= 0)
                kept[keptCount++] = from;
            if (fromBeyond <= 0 != toBeyond <= 0)
            {
                var share = fromBeyond / (fromBeyond - toBeyond);
                kept[keptCount++] = (from.U + (share * (to.U - from.U)), from.V + (share * (to.V - from.V)));
            }
        }

        return keptCount;
    }

    private static double Area(ReadOnlySpan<(double U, double V)> corners)
    {
        var twice = 0.0;
        for (var i = 0; i < corners.Length; i++)
        {
            var (from, to) = (corners[i], corners[i + 1 < corners.Length ? i + 1 : 0]);
            twice += (from.U * to.V) - (to.U * from.V);
        }

        return Math.Abs(twice) / 2;
    }
}

using System.Runtime.InteropServices;
using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Questions to a simple polygon, given by its corners in order.</summary>
internal static class Polygon
{
    private const int MaxCorners = 1024;

    /// <summary>The corners in one piece, as they are asked about many times over; copied only where the list is neither an array nor a list.</summary>
    public static ReadOnlySpan<Point2> Corners(IReadOnlyList<Point2> polygon) => polygon switch
    {
        Point2[] array => array,
        List<Point2> list => CollectionsMarshal.AsSpan(list),
        _ => polygon.ToArray(),
    };

    /// <summary>Whether it has an area to ask about: 3 to 1024 finite corners.</summary>
    public static bool IsUsable(ReadOnlySpan<Point2> corners)
    {
        if (corners.Length is < 3 or > MaxCorners)
            return false;
        for (var i = 0; i < corners.Length; i++)
        {
            if (!double.IsFinite(corners[i].X) || !double.IsFinite(corners[i].Y))
                return false;
        }

        return true;
    }

    /// <summary>Even-odd rule.</summary>
    public static bool Contains(ReadOnlySpan<Point2> corners, double x, double y)
    {
        var inside = false;
        var before = corners[^1];
        for (var i = 0; i < corners.Length; i++)
        {
            var corner = corners[i];
            if (corner.Y > y != before.Y > y
                && x < ((before.X - corner.X) * (y - corner.Y) / (before.Y - corner.Y)) + corner.X)
                inside = !inside;
            before = corner;
        }

        return inside;
    }

    /// <summary>Whether the polygon and the box from (west, south) to (east, north) have a point in common.</summary>
    public static bool Meets(ReadOnlySpan<Point2> corners, double west, double south, double east, double north)
    {
        var before = corners[^1];
        for (var i = 0; i < corners.Length; i++)
        {
            if (SegmentMeets(before, corners[i], west, south, east, north))
                return true;
            before = corners[i];
        }

        return Contains(corners, west, south);
    }

    /// <summary>Clips the segment by the two slabs of the box (Liang and Barsky 1984).</summary>
    private static bool SegmentMeets(Point2 from, Point2 to, double west, double south, double east, double north)
    {
        double enter = 0, leave = 1;
        return Clip(from.X, to.X - from.X, west, east, ref enter, ref leave) && Clip(from.Y, to.Y - from.Y, south, north, ref enter, ref leave);
    }

    private static bool Clip(double from, double step, double low, double high, ref double enter, ref double leave)
    {
        if (step == 0)
            return from >= low && from <= high;
        var (a, b) = ((low - from) / step, (high - from) / step);
        enter = Math.Max(enter, Math.Min(a, b));
        leave = Math.Min(leave, Math.Max(a, b));
        return enter <= leave;
    }
}

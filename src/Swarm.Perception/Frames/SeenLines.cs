using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>What a bearing or a range may be of: the ground within three standard deviations.</summary>
internal static class SeenLines
{
    private const double Deviations = 3;

    /// <summary>An eighth of a turn to each side is the widest that a wedge is taken for.</summary>
    private const double WidestHalf = Math.PI / 4;

    /// <summary>In the order given, or the surest of too many.</summary>
    public static IReadOnlyList<T> Surest<T>(IReadOnlyList<T>? seen, Func<T, double> score) =>
        seen is null ? [] : seen.Count <= Tracker.MaxLines ? seen : [.. seen.OrderByDescending(score).Take(Tracker.MaxLines)];

    /// <summary>The triangle from the device outward to that length, in metres.</summary>
    public static Point2[] Wedge(Pose ego, Bearing bearing, double length)
    {
        var half = Math.Clamp(Deviations * Math.Sqrt(bearing.Variance), 1e-3, WidestHalf);
        var reach = length / Math.Cos(half);
        return [new(ego.X, ego.Y), Along(ego, bearing.Angle - half, reach), Along(ego, bearing.Angle + half, reach)];
    }

    public static double Farthest(RangeReading range) => range.Range + (Deviations * Math.Sqrt(range.Variance));

    /// <summary>Whether some of the ring lies in the box.</summary>
    public static bool Meets(Pose ego, RangeReading range, in Box box)
    {
        var (nearX, nearY) = (Math.Clamp(ego.X, box.West, box.East) - ego.X, Math.Clamp(ego.Y, box.South, box.North) - ego.Y);
        var (farX, farY) = (Math.Max(ego.X - box.West, box.East - ego.X), Math.Max(ego.Y - box.South, box.North - ego.Y));
        var (least, most) = ((2 * range.Range) - Farthest(range), Farthest(range));
        return Math.Sqrt((nearX * nearX) + (nearY * nearY)) <= most && Math.Sqrt((farX * farX) + (farY * farY)) >= least;
    }

    private static Point2 Along(Pose ego, double angle, double length)
    {
        var (sin, cos) = Math.SinCos(angle);
        return new(ego.X + (length * cos), ego.Y + (length * sin));
    }
}

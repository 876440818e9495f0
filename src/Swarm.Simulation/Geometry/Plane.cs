using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>Vector arithmetic on points.</summary>
internal static class Plane
{
    extension(Point2 point)
    {
        public static Point2 operator +(Point2 a, Point2 b) => new(a.X + b.X, a.Y + b.Y);

        public static Point2 operator -(Point2 a, Point2 b) => new(a.X - b.X, a.Y - b.Y);

        public static Point2 operator *(double factor, Point2 a) => new(factor * a.X, factor * a.Y);

        public double Length => Math.Sqrt(point.Dot(point));

        /// <summary>A quarter turn counter-clockwise.</summary>
        public Point2 Left => new(-point.Y, point.X);

        /// <summary>The same direction with length 1.</summary>
        public Point2 Unit => 1 / point.Length * point;

        /// <summary>The direction in radians.</summary>
        public double Bearing => Math.Atan2(point.Y, point.X);

        public double Dot(Point2 other) => (point.X * other.X) + (point.Y * other.Y);

        public double Cross(Point2 other) => (point.X * other.Y) - (point.Y * other.X);
    }

    public static Point2 Direction(double bearing)
    {
        var (sin, cos) = Math.SinCos(bearing);
        return new(cos, sin);
    }

    /// <summary>Whether the segments a–b and c–d cross.</summary>
    public static bool Cross(Point2 a, Point2 b, Point2 c, Point2 d)
    {
        var (ab, cd, ac) = (b - a, d - c, c - a);
        var across = ab.Cross(cd);
        if (across == 0)
            return false;
        var (t, u) = (ac.Cross(cd) / across, ac.Cross(ab) / across);
        return t is >= 0 and <= 1 && u is >= 0 and <= 1;
    }
}

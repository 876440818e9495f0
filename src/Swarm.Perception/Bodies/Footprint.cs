using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>The oriented box that a body covers of the ground: centre, unit vector along its length, and half its sides in metres.</summary>
internal readonly record struct Footprint(double X, double Y, double Cos, double Sin, double HalfLength, double HalfWidth)
{
    private const double MinSide = 0.1;
    private const double MaxSide = 30;

    /// <summary>Sides that are absurd are brought into 0.1 to 30 m; where one is missing (0) or not finite, <paramref name="typical"/> holds.</summary>
    public static Footprint Of(Point2 centre, double yaw, Size? size, Size typical)
    {
        var (sin, cos) = Math.SinCos(yaw);
        return new(centre.X, centre.Y, cos, sin, Half(size?.Length, typical.Length), Half(size?.Width, typical.Width));
    }

    /// <summary>Where the nearest point of the box lies from (x, y): the vector from that point of the box to (x, y), zero inside.</summary>
    public (double X, double Y) OffsetTo(double x, double y)
    {
        var (dx, dy) = (x - X, y - Y);
        var along = Beyond((Cos * dx) + (Sin * dy), HalfLength);
        var across = Beyond((Cos * dy) - (Sin * dx), HalfWidth);
        return ((Cos * along) - (Sin * across), (Sin * along) + (Cos * across));
    }

    public bool Contains(Point2 point) => OffsetTo(point.X, point.Y) == (0, 0);

    /// <summary>Metres between two boxes, 0 where they overlap. Boxes apart are closest at a corner of one of them.</summary>
    public double DistanceTo(in Footprint other) => Overlaps(other) ? 0 : Math.Min(CornersTo(other), other.CornersTo(this));

    /// <summary>Half of what the box covers of an axis given as a unit vector.</summary>
    public double HalfExtent(double axisX, double axisY) =>
        (HalfLength * Math.Abs((Cos * axisX) + (Sin * axisY))) + (HalfWidth * Math.Abs((Cos * axisY) - (Sin * axisX)));

    private bool Overlaps(in Footprint other) =>
        !Separates(other, Cos, Sin) && !Separates(other, -Sin, Cos)
        && !Separates(other, other.Cos, other.Sin) && !Separates(other, -other.Sin, other.Cos);

    private bool Separates(in Footprint other, double axisX, double axisY) =>
        Math.Abs((axisX * (other.X - X)) + (axisY * (other.Y - Y))) > HalfExtent(axisX, axisY) + other.HalfExtent(axisX, axisY);

    private double CornersTo(in Footprint other)
    {
        var least = double.PositiveInfinity;
        for (var corner = 0; corner < 4; corner++)
        {
            var along = (corner & 1) == 0 ? HalfLength : -HalfLength;
            var across = (corner & 2) == 0 ? HalfWidth : -HalfWidth;
            var (dx, dy) = other.OffsetTo(X + (Cos * along) - (Sin * across), Y + (Sin * along) + (Cos * across));
            least = Math.Min(least, Math.Sqrt((dx * dx) + (dy * dy)));
        }

        return least;
    }

    private static double Half(double? side, double typical) =>
        side is { } given && double.IsFinite(given) && given > 0 ? Math.Clamp(given, MinSide, MaxSide) / 2 : typical / 2;

    private static double Beyond(double coordinate, double half) => coordinate - Math.Clamp(coordinate, -half, half);
}

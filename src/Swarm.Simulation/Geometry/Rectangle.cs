using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>A rectangle along the axes of the site frame, metres.</summary>
internal readonly record struct Rectangle(double West, double South, double East, double North)
{
    public Point2 Centre => new((West + East) / 2, (South + North) / 2);

    public IReadOnlyList<Point2> Corners => [new(West, South), new(East, South), new(East, North), new(West, North)];

    public static Rectangle Around(Point2 centre, double width, double height) =>
        new(centre.X - (width / 2), centre.Y - (height / 2), centre.X + (width / 2), centre.Y + (height / 2));

    public bool Contains(Point2 point) => point.X >= West && point.X <= East && point.Y >= South && point.Y <= North;

    public Rectangle Grow(double by) => new(West - by, South - by, East + by, North + by);

    public double DistanceTo(Point2 point)
    {
        var x = Math.Max(0, Math.Max(West - point.X, point.X - East));
        var y = Math.Max(0, Math.Max(South - point.Y, point.Y - North));
        return Math.Sqrt((x * x) + (y * y));
    }
}

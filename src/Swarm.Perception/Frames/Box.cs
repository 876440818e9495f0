using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>A rectangle along the axes of the site frame, metres.</summary>
internal readonly record struct Box(double West, double South, double East, double North)
{
    public static Box Empty { get; } =
        new(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    public static Box Everything { get; } =
        new(double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity, double.PositiveInfinity);

    public Box With(Point2 point) =>
        new(Math.Min(West, point.X), Math.Min(South, point.Y), Math.Max(East, point.X), Math.Max(North, point.Y));

    /// <summary>Whether it comes within that distance of the place on both axes.</summary>
    public bool Reaches(double x, double y, double margin) =>
        x >= West - margin && x <= East + margin && y >= South - margin && y <= North + margin;
}

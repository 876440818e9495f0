using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>A wall, a person or another machine in an encounter: a box that stands, and goes straight on for a while.</summary>
/// <param name="Pose">At first, in the frame of the machine as it is at first.</param>
/// <param name="Velocity">Metres per second.</param>
/// <param name="From">Seconds until it sets off.</param>
/// <param name="For">Seconds that it goes on.</param>
internal readonly record struct Thing(Pose Pose, double Length, double Width, Point2 Velocity = default, double From = 0, double For = double.PositiveInfinity)
{
    public static Thing Wall(double x, double y, double yaw, double length) => new(new(x, y, yaw), length, 0.1);

    /// <param name="speed">Towards <paramref name="heading"/>, metres per second.</param>
    public static Thing Person(Point2 at, double heading, double speed, double from = 0, double lasting = double.PositiveInfinity) =>
        new(new(at.X, at.Y, heading), 0.3, 0.45, speed * Plane.Direction(heading), from, lasting);

    /// <summary>Where it is after <paramref name="seconds"/>.</summary>
    public Box At(double seconds)
    {
        var gone = Math.Clamp(seconds - From, 0, For);
        var at = Pose.Plane + (Velocity == default ? default : gone * Velocity);
        return new(Pose with { X = at.X, Y = at.Y }, Length, Width);
    }
}

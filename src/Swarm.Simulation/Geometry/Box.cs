using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>The footprint of a body: a rectangle turned by the yaw of its pose.</summary>
internal readonly struct Box(Pose pose, double length, double width)
{
    public Point2 Centre => pose.Plane;

    public double CircumscribedRadius => Math.Sqrt((length * length) + (width * width)) / 2;

    /// <summary>Counter-clockwise, 0 to 3.</summary>
    public Point2 Corner(int index) => pose.Transform(new(
        index is 0 or 3 ? -length / 2 : length / 2,
        index is 0 or 1 ? -width / 2 : width / 2));

    /// <summary>Separating axis test over the four edge directions.</summary>
    public bool Overlaps(Box other) =>
        Centre.DistanceTo(other.Centre) <= CircumscribedRadius + other.CircumscribedRadius && !Separates(other) && !other.Separates(this);

    /// <summary>Metres between the outlines, 0 when they overlap.</summary>
    public double DistanceTo(Box other)
    {
        if (Overlaps(other))
            return 0;
        var least = double.PositiveInfinity;
        for (var i = 0; i < 4; i++)
            least = Math.Min(least, Math.Min(DistanceTo(other.Corner(i)), other.DistanceTo(Corner(i))));
        return least;
    }

    private double DistanceTo(Point2 point)
    {
        var local = pose.InverseTransform(point);
        return new Rectangle(-length / 2, -width / 2, length / 2, width / 2).DistanceTo(local);
    }

    /// <summary>Whether all of the other lies beyond one side of this.</summary>
    private bool Separates(Box other)
    {
        var (minX, maxX, minY, maxY) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        for (var i = 0; i < 4; i++)
        {
            var corner = pose.InverseTransform(other.Corner(i));
            (minX, maxX) = (Math.Min(minX, corner.X), Math.Max(maxX, corner.X));
            (minY, maxY) = (Math.Min(minY, corner.Y), Math.Max(maxY, corner.Y));
        }

        return minX > length / 2 || maxX < -length / 2 || minY > width / 2 || maxY < -width / 2;
    }
}

using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>
/// Where a body is and which way it faces: metres, and yaw in radians, counter-clockwise from the x axis of the frame
/// (from east in the site frame).
/// </summary>
[GenerateSerializer, Immutable, Alias("swarm.Pose")]
[method: JsonConstructor]
public readonly record struct Pose(
    [property: Id(0)] double X,
    [property: Id(1)] double Y,
    [property: Id(2)] double Yaw,
    [property: Id(3)] double Z = 0)
{
    [JsonIgnore]
    public Point2 Plane => new(X, Y);

    /// <summary>Takes a point given in the frame of this pose to the frame that this pose is given in.</summary>
    public Point2 Transform(Point2 local)
    {
        var (sin, cos) = Math.SinCos(Yaw);
        return new(X + (cos * local.X) - (sin * local.Y), Y + (sin * local.X) + (cos * local.Y));
    }

    /// <summary>The inverse of <see cref="Transform"/>.</summary>
    public Point2 InverseTransform(Point2 point)
    {
        var (sin, cos) = Math.SinCos(Yaw);
        var (dx, dy) = (point.X - X, point.Y - Y);
        return new((cos * dx) + (sin * dy), (cos * dy) - (sin * dx));
    }
}

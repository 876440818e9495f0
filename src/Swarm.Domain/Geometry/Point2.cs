using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>A point in a plane, in metres; the frame is said where it is used.</summary>
[GenerateSerializer, Immutable, Alias("swarm.Point2")]
[method: JsonConstructor]
public readonly record struct Point2([property: Id(0)] double X, [property: Id(1)] double Y)
{
    public double DistanceTo(Point2 other) => Math.Sqrt(((X - other.X) * (X - other.X)) + ((Y - other.Y) * (Y - other.Y)));
}

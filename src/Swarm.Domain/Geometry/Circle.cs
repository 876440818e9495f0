using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>A disc in the site frame, in metres.</summary>
[GenerateSerializer, Immutable, Alias("swarm.Circle")]
[method: JsonConstructor]
public readonly record struct Circle([property: Id(0)] Point2 Centre, [property: Id(1)] double Radius)
{
    public bool Contains(Point2 point) => Centre.DistanceTo(point) <= Radius;
}

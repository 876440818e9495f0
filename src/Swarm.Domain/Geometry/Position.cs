using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>A position in metres. Site frame: x east, y north, z up. Body frame: x forward, y left, z up.</summary>
[GenerateSerializer, Immutable, Alias("swarm.Position")]
[method: JsonConstructor]
public readonly record struct Position([property: Id(0)] double X, [property: Id(1)] double Y, [property: Id(2)] double Z = 0)
{
    [JsonIgnore]
    public Point2 Plane => new(X, Y);
}

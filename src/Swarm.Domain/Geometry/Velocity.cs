using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>A velocity in the plane, in metres per second; the frame is said where it is used.</summary>
[GenerateSerializer, Immutable, Alias("swarm.Velocity")]
[method: JsonConstructor]
public readonly record struct Velocity([property: Id(0)] double X, [property: Id(1)] double Y)
{
    [JsonIgnore]
    public double Speed => Math.Sqrt((X * X) + (Y * Y));
}

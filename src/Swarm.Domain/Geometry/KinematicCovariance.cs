using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>A symmetric 4×4 covariance over (x, y, vx, vy): m², m²/s and m²/s².</summary>
[GenerateSerializer, Immutable, Alias("swarm.KinematicCovariance")]
[method: JsonConstructor]
public readonly record struct KinematicCovariance(
    [property: Id(0)] double XX,
    [property: Id(1)] double XY,
    [property: Id(2)] double XVx,
    [property: Id(3)] double XVy,
    [property: Id(4)] double YY,
    [property: Id(5)] double YVx,
    [property: Id(6)] double YVy,
    [property: Id(7)] double VxVx,
    [property: Id(8)] double VxVy,
    [property: Id(9)] double VyVy)
{
    [JsonIgnore]
    public Covariance2 Position => new(XX, XY, YY);

    [JsonIgnore]
    public Covariance2 Velocity => new(VxVx, VxVy, VyVy);
}

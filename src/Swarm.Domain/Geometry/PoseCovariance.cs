using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>A symmetric 3×3 covariance over (x, y, yaw): m², m·rad and rad².</summary>
[GenerateSerializer, Immutable, Alias("swarm.PoseCovariance")]
[method: JsonConstructor]
public readonly record struct PoseCovariance(
    [property: Id(0)] double XX,
    [property: Id(1)] double XY,
    [property: Id(2)] double XYaw,
    [property: Id(3)] double YY,
    [property: Id(4)] double YYaw,
    [property: Id(5)] double YawYaw)
{
    /// <summary>Independent errors with these standard deviations (metres, radians).</summary>
    public static PoseCovariance Diagonal(double position, double yaw) => new(position * position, 0, 0, position * position, 0, yaw * yaw);
}

namespace Swarm.Domain;

/// <summary>A device as perception needs to know it: where it is, how it moves and how large it is, in the site frame.</summary>
/// <param name="Sensors">What it could see by itself; empty when its factsheet is not known yet.</param>
[GenerateSerializer, Immutable, Alias("swarm.DeviceMotion")]
public sealed record DeviceMotion(
    [property: Id(0)] DeviceId Device,
    [property: Id(1)] DeviceKind Kind,
    [property: Id(2)] DateTimeOffset Time,
    [property: Id(3)] Pose Pose,
    [property: Id(4)] PoseCovariance Covariance,
    [property: Id(5)] Velocity Velocity,
    [property: Id(6)] double YawRate,
    [property: Id(7)] Size Size,
    [property: Id(8)] IReadOnlyList<Sensor> Sensors);

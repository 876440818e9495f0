namespace Swarm.Domain;

/// <summary>
/// Channel <c>frames</c>: a picture, for the site to find objects in. It is looked at and forgotten; it leaves the site only where the operator
/// has allowed that.
/// </summary>
/// <param name="Time">When it was taken, UTC.</param>
/// <param name="Sensor">The camera's id in the factsheet, where its <see cref="CameraOptics"/> says how it is seen through.</param>
/// <param name="Ego">The device's pose in the site frame at that instant.</param>
/// <param name="Image">JPEG.</param>
[GenerateSerializer, Immutable, Alias("swarm.CameraFrame")]
public sealed record CameraFrame(
    [property: Id(0)] DateTimeOffset Time,
    [property: Id(1)] string Sensor,
    [property: Id(2)] Pose Ego,
    [property: Id(3)] PoseCovariance EgoCovariance,
    [property: Id(4)] ReadOnlyMemory<byte> Image,
    [property: Id(5)] long? Sequence = null,
    DeviceId? Device = null) : UplinkMessage(Device);

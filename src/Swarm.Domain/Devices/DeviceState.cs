namespace Swarm.Domain;

/// <summary>Channel <c>state</c>: where a device is and how it fares, in the site frame.</summary>
/// <param name="Time">When it was so, UTC.</param>
/// <param name="YawRate">Radians per second.</param>
/// <param name="Battery">Charge, 0 to 1; absent for a device on mains.</param>
/// <param name="DesiredVersion">The version of the desired state that the device has taken on.</param>
/// <param name="Models">By the model's name, which version the device runs; absent where it runs those of its program and was never told otherwise.</param>
[GenerateSerializer, Immutable, Alias("swarm.DeviceState")]
public sealed record DeviceState(
    [property: Id(0)] DateTimeOffset Time,
    [property: Id(1)] Pose Pose,
    [property: Id(2)] PoseCovariance Covariance,
    [property: Id(3)] Velocity Velocity,
    [property: Id(4)] DeviceMode Mode,
    [property: Id(5)] double? YawRate = null,
    [property: Id(6)] double? Battery = null,
    [property: Id(7)] long? DesiredVersion = null,
    DeviceId? Device = null,
    [property: Id(8)] IReadOnlyDictionary<string, ModelReport>? Models = null) : UplinkMessage(Device);

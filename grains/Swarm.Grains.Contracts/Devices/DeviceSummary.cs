using Swarm.Domain;

namespace Swarm.Grains;

/// <summary>What a list or a map shows of a device.</summary>
/// <param name="Models">By the model's name, which version it runs, or its twin for it; null where it was never told of any.</param>
[GenerateSerializer, Immutable, Alias("swarm.DeviceSummary")]
public sealed record DeviceSummary(
    [property: Id(0)] DeviceId Id,
    [property: Id(1)] DeviceKind Kind,
    [property: Id(2)] Presence Presence,
    [property: Id(3)] DateTimeOffset? LastSeen,
    [property: Id(4)] Pose? Pose,
    [property: Id(5)] PoseCovariance? Covariance,
    [property: Id(6)] Velocity? Velocity,
    [property: Id(7)] double? Battery,
    [property: Id(8)] DeviceMode? Mode,
    [property: Id(9)] Size? Size,
    [property: Id(10)] IReadOnlyList<Sensor> Sensors,
    [property: Id(11)] int StopCount,
    [property: Id(12)] long RejectedCount,
    [property: Id(13)] IReadOnlyDictionary<string, ModelReport>? Models = null);

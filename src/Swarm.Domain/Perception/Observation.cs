namespace Swarm.Domain;

/// <summary>A <see cref="DetectionFrame"/> taken to the site frame, seen from the pose that the device believed to have.</summary>
/// <param name="Objects">In the site frame; position covariance of the sensor alone.</param>
/// <param name="Region">In the site frame.</param>
/// <param name="Sequence">Orders frames of one sensor that name the same time; null where the device does not count.</param>
/// <param name="EgoCovariance">Of <paramref name="Ego"/>: one error for all objects of the frame, and much the same in the next.</param>
/// <param name="Bearings">From <paramref name="Ego"/>, angles in the site frame; variance of the sensor alone. Null where there are none.</param>
/// <param name="Ranges">From <paramref name="Ego"/>; variance of the sensor alone. Null where there are none.</param>
[GenerateSerializer, Immutable, Alias("swarm.Observation")]
public sealed record Observation(
    [property: Id(0)] DeviceId Device,
    [property: Id(1)] string Sensor,
    [property: Id(2)] DateTimeOffset Time,
    [property: Id(3)] Pose Ego,
    [property: Id(4)] IReadOnlyList<Detection> Objects,
    [property: Id(5)] LookedRegion? Region,
    [property: Id(6)] long? Sequence = null,
    [property: Id(7)] PoseCovariance EgoCovariance = default,
    [property: Id(8)] IReadOnlyList<Bearing>? Bearings = null,
    [property: Id(9)] IReadOnlyList<RangeReading>? Ranges = null);

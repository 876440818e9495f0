namespace Swarm.Domain;

/// <summary>A <see cref="DetectionFrame"/> taken to the site frame, its ego uncertainty carried into each object.</summary>
/// <param name="Objects">In the site frame, position covariance including that of the ego pose.</param>
/// <param name="Region">In the site frame.</param>
/// <param name="Sequence">Orders frames of one sensor that name the same time; null where the device does not count.</param>
[GenerateSerializer, Immutable, Alias("swarm.Observation")]
public sealed record Observation(
    [property: Id(0)] DeviceId Device,
    [property: Id(1)] string Sensor,
    [property: Id(2)] DateTimeOffset Time,
    [property: Id(3)] Pose Ego,
    [property: Id(4)] IReadOnlyList<Detection> Objects,
    [property: Id(5)] LookedRegion? Region,
    [property: Id(6)] long? Sequence = null);

namespace Swarm.Domain;

/// <summary>Channel <c>detections</c>: what one sensor saw at one instant.</summary>
/// <param name="Time">When the sensor saw it, UTC.</param>
/// <param name="Sensor">The sensor's id in the factsheet.</param>
/// <param name="Ego">The device's pose in the site frame at that instant.</param>
/// <param name="Objects">In the body frame.</param>
/// <param name="Region">In the body frame.</param>
/// <param name="Bearings">Objects of which only the direction is known, from the device's forward axis; none of them is among <paramref name="Objects"/>.</param>
/// <param name="Ranges">Objects of which only the distance is known; none of them is among <paramref name="Objects"/>.</param>
/// <param name="Inference">Which model found the objects, where a model did.</param>
[GenerateSerializer, Immutable, Alias("swarm.DetectionFrame")]
public sealed record DetectionFrame(
    [property: Id(0)] DateTimeOffset Time,
    [property: Id(1)] string Sensor,
    [property: Id(2)] Pose Ego,
    [property: Id(3)] PoseCovariance EgoCovariance,
    [property: Id(4)] IReadOnlyList<Detection> Objects,
    [property: Id(5)] LookedRegion? Region = null,
    [property: Id(6)] long? Sequence = null,
    [property: Id(7)] IReadOnlyList<Bearing>? Bearings = null,
    [property: Id(8)] IReadOnlyList<RangeReading>? Ranges = null,
    [property: Id(9)] InferenceReport? Inference = null,
    DeviceId? Device = null) : UplinkMessage(Device);

namespace Swarm.Domain;

/// <summary>A sensor and how it is mounted: pose in the body frame, field of view around its own x axis.</summary>
/// <param name="Camera">How it sees, for one that sends pictures.</param>
[GenerateSerializer, Immutable, Alias("swarm.Sensor")]
public sealed record Sensor(
    [property: Id(0)] string Id,
    [property: Id(1)] Pose Mount,
    [property: Id(2)] FieldOfView FieldOfView,
    [property: Id(3)] CameraOptics? Camera = null);

namespace Swarm.Domain;

/// <summary>One object that one sensor saw at one instant, in the body frame of the device.</summary>
/// <param name="Score">The detector's confidence, 0 to 1.</param>
/// <param name="Yaw">Radians from the device's forward axis.</param>
/// <param name="Velocity">Over ground, along the body axes, metres per second.</param>
[GenerateSerializer, Immutable, Alias("swarm.Detection")]
public sealed record Detection(
    [property: Id(0)] ObjectClass Class,
    [property: Id(1)] Position Position,
    [property: Id(2)] Covariance2 Covariance,
    [property: Id(3)] double Score,
    [property: Id(4)] Size? Size = null,
    [property: Id(5)] double? Yaw = null,
    [property: Id(6)] Velocity? Velocity = null);

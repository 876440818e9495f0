namespace Swarm.Domain;

/// <summary>
/// The direction in which one sensor saw an object at one instant, without how far: a camera alone, a microphone array. Seen from the
/// origin of the device's body.
/// </summary>
/// <param name="Angle">Radians, from the x axis of the frame of the message that carries it.</param>
/// <param name="Variance">Of the angle as the sensor makes it, rad².</param>
/// <param name="Score">The detector's confidence, 0 to 1.</param>
[GenerateSerializer, Immutable, Alias("swarm.Bearing")]
public sealed record Bearing(
    [property: Id(0)] ObjectClass Class,
    [property: Id(1)] double Angle,
    [property: Id(2)] double Variance,
    [property: Id(3)] double Score);

namespace Swarm.Domain;

/// <summary>
/// How far from one sensor an object was at one instant, without in which direction: a radio ranging, an ultrasonic echo. Measured from
/// the origin of the device's body.
/// </summary>
/// <param name="Range">Metres in the plane.</param>
/// <param name="Variance">Of the range as the sensor makes it, m².</param>
/// <param name="Score">The detector's confidence, 0 to 1.</param>
[GenerateSerializer, Immutable, Alias("swarm.RangeReading")]
public sealed record RangeReading(
    [property: Id(0)] ObjectClass Class,
    [property: Id(1)] double Range,
    [property: Id(2)] double Variance,
    [property: Id(3)] double Score);

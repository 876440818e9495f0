namespace Swarm.Perception;

/// <summary>A device saw a landmark.</summary>
/// <param name="Time">At the sensor.</param>
public readonly record struct LandmarkSighting(DateTimeOffset Time, Landmark Landmark, RangeBearing Seen);

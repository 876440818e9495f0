namespace Swarm.Perception;

/// <summary>A track and a measurement within its gate.</summary>
/// <param name="Cost">Negative log of how much likelier the two belong together than not; below 0.</param>
internal readonly record struct Candidate(int Track, int Measurement, double Cost);

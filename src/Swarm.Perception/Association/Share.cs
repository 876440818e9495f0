namespace Swarm.Perception;

/// <summary>How likely a measurement, by its place in the frame, belongs to a track.</summary>
internal readonly record struct Share(int Measurement, double Probability);

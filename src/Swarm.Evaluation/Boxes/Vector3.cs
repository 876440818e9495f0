namespace Swarm.Evaluation;

/// <summary>A point or a direction in space; the frame is said where it is used.</summary>
internal readonly record struct Vector3(double X, double Y, double Z);

namespace Swarm.Evaluation;

/// <summary>A recording without a break, for one tracker from its first frame to its last.</summary>
public sealed record TrackingSequence(string Name, IReadOnlyList<TrackingFrame> Frames);

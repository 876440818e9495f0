namespace Swarm.Evaluation;

/// <summary>A box that one car's detector reported in one frame, and how sure it was (0 to 1).</summary>
public sealed record RecordedDetection(int Frame, RecordedBox Box, double Score);

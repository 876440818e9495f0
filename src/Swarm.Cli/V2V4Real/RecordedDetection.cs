namespace Swarm.Cli;

/// <summary>A box that one car's detector reported in one frame, and how sure it was (0 to 1).</summary>
internal sealed record RecordedDetection(int Frame, RecordedBox Box, double Score);

namespace Swarm.Benchmarks.Tracking;

/// <summary>What the tracker costs in one scene, in the median tick.</summary>
/// <param name="Tracks">That it holds in the end; as many as there are objects if it is right.</param>
/// <param name="Microseconds">Of processor time for each frame, its part of the advance and of the list of tracks included.</param>
/// <param name="Bytes">Allocated for each frame.</param>
internal sealed record TrackerRow(int Objects, int Devices, double ObjectsPerFrame, int Tracks, double Microseconds, double Bytes);

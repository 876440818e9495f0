namespace Swarm.Evaluation;

/// <summary>Where a tracker has an object in one frame of a sequence, and how sure it is.</summary>
/// <param name="Track">The same in every frame of the sequence for the same track, 0 or more.</param>
/// <param name="Score">On any scale, higher for surer.</param>
public readonly record struct TrackBox(int Track, UprightBox Box, double Score, ImageBox Image = default);

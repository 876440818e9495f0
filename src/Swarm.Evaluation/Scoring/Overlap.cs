namespace Swarm.Evaluation;

/// <summary>A true box and a track's box of one frame that may be a pair, by their places in the frame's lists.</summary>
/// <param name="Value">What the pair is worth, above 0: intersection over union unless it is said otherwise.</param>
internal readonly record struct Overlap(int Truth, int Track, double Value);

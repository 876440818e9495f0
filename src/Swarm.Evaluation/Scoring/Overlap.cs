namespace Swarm.Evaluation;

/// <summary>A true box and a track's box of one frame that overlap, by their places in the frame's lists.</summary>
internal readonly record struct Overlap(int Truth, int Track, double Iou);

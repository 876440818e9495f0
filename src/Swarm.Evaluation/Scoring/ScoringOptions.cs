namespace Swarm.Evaluation;

/// <summary>How tracks are scored.</summary>
public sealed record ScoringOptions
{
    /// <summary>Intersection over union from which a box and a true one may be a pair, 0 exclusive to 1.</summary>
    public double MinOverlap { get; init; } = 0.25;

    /// <summary>
    /// Every box without a pair is a false positive. Without it, as KITTI publishes, boxes at most 25 pixels high in the image or mostly
    /// in an area that nobody labelled are forgiven, unless they were paired at another threshold tried before.
    /// </summary>
    public bool CountFalsePositives { get; init; } = true;

    /// <summary>
    /// Compute the mean score of a track anew from its own mean for every threshold, as the published evaluation does: the last bit
    /// wobbles, and the track that gave a threshold may fall below it.
    /// </summary>
    public bool PublishedRounding { get; init; }
}

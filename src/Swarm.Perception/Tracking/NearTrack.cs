namespace Swarm.Perception;

/// <summary>A track that a frame may be about, foretold for the frame's time.</summary>
internal readonly struct NearTrack(LocalTrack track, KinematicState predicted, double existence)
{
    // A field, so that it is read in place.
    public readonly KinematicState Predicted = predicted;

    public LocalTrack Track { get; } = track;

    /// <summary>Probability as of the frame's time, before it is taken.</summary>
    public double Existence { get; } = existence;
}

using Swarm.Inference;

namespace Swarm.Vision;

/// <summary>
/// What a small model's list is worth, for placement: two thresholds. From <see cref="ActFrom"/> on a box is acted on; between <see cref="DoubtFrom"/> and that it is
/// a hint that something is missed; below it is noise. Places known from escalated frames shift both: a hint where hints are nothing is dropped, one where they are
/// often right is acted on.
/// </summary>
/// <remarks>
/// Chosen on frames 0 to 312 of the pedestrian scene (docs/inference.md): of all that a small model's own list says, the number of such hints goes with the number
/// of persons missed most (correlation 0.57); neither the number of persons, nor that of middling scores, nor a change against the last answer does (below 0.3).
/// </remarks>
/// <param name="places">What escalated frames taught.</param>
public sealed class FrameDoubt(KnownPlaces places)
{
    /// <summary>A box of this score or more is believed whatever the place.</summary>
    private const float Believed = 0.3f;

    /// <summary>A hint that overlaps a box that is acted on by more than this is of the same object.</summary>
    private const double SameObject = 0.5;

    /// <summary>Doubt that each frame without a better answer adds: what was learnt gets old.</summary>
    private const double Staleness = 0.1;

    /// <summary>Doubt that is always there: a list is never surely complete.</summary>
    private const double Never = 0.01;

    public float ActFrom { get; init; } = 0.1f;

    public float DoubtFrom { get; init; } = 0.05f;

    /// <summary>What to act on, and how sure to be that it is all.</summary>
    /// <param name="boxes">All that the small model saw from <see cref="DoubtFrom"/> on, of the classes that matter.</param>
    /// <param name="framesSinceAnswer">Frames since a larger model was last asked.</param>
    public (IReadOnlyList<DetectedBox> Acted, LocalSummary Summary) Summarise(IReadOnlyList<DetectedBox> boxes, int framesSinceAnswer)
    {
        var acted = new List<DetectedBox>();
        var hints = new List<DetectedBox>();
        var profile = ScoreProfile.Empty;
        foreach (var box in boxes)
        {
            if (box.Score < DoubtFrom)
                continue;
            var place = box.Score < Believed ? places.Of(box) : PlaceVerdict.Open;
            if (place == PlaceVerdict.Refuted)
                continue;
            profile = profile.With(box.Score);
            (box.Score >= ActFrom || place == PlaceVerdict.Confirmed ? acted : hints).Add(box);
        }

        var open = hints.Count(hint => !acted.Exists(box => box.Box.Overlap(hint.Box) >= SameObject));
        var doubt = open + (Staleness * framesSinceAnswer);
        return (acted, new LocalSummary(1 / (1 + Never + doubt), acted.Count, profile));
    }
}

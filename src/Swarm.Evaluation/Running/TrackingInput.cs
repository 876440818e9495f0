namespace Swarm.Evaluation;

/// <summary>What a tracker is given, and what is true: some sequences of one data set as some of its devices saw them.</summary>
/// <param name="Classes">Each with the truth of <paramref name="Sequences"/>, in their order.</param>
/// <param name="Settings">With which the tracker is run on it.</param>
public sealed record TrackingInput(
    string Name,
    IReadOnlyList<TrackingSequence> Sequences,
    IReadOnlyList<ScoredClass> Classes,
    TrackerSettings Settings)
{
    public int Frames => Sequences.Sum(sequence => sequence.Frames.Count);
}

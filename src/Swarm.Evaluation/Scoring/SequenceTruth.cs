namespace Swarm.Evaluation;

/// <summary>The truth of a sequence, of one class, frame by frame from 0.</summary>
public sealed record SequenceTruth(string Name, IReadOnlyList<TruthFrame> Frames);

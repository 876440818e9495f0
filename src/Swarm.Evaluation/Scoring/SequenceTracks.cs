namespace Swarm.Evaluation;

/// <summary>What a tracker made of a sequence, of one class, frame by frame from 0. A track has at most one box in a frame.</summary>
public sealed record SequenceTracks(string Name, IReadOnlyList<IReadOnlyList<TrackBox>> Frames);

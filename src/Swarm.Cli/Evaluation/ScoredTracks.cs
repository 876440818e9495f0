using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary>Tracks of one class to be scored.</summary>
/// <param name="Input">As the figures are reported under.</param>
/// <param name="FramesPerSecond">Of the tracker alone, or null where it was not run.</param>
internal sealed record ScoredTracks(
    string Input,
    IReadOnlyList<SequenceTruth> Truth,
    IReadOnlyList<SequenceTracks> Tracks,
    double? FramesPerSecond);

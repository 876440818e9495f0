using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary>What is asked of an evaluation.</summary>
/// <param name="Tracks">The folder to write tracks to, or null.</param>
/// <param name="FromTracks">The folder to score instead of running the tracker, or null.</param>
/// <param name="Sequences">Null for all.</param>
/// <param name="Scoring">What all scores have in common.</param>
internal sealed record EvaluateChoice(
    bool Json,
    string? Tracks,
    string? FromTracks,
    IReadOnlyList<string>? Sequences,
    ScoringOptions Scoring);

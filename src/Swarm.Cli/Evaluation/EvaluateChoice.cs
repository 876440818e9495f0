using Swarm.Evaluation;
using Swarm.Perception;

namespace Swarm.Cli;

/// <summary>What is asked of an evaluation.</summary>
/// <param name="Tracks">The folder to write tracks to, or null.</param>
/// <param name="FromTracks">The folder to score instead of running the tracker, or null.</param>
/// <param name="Sequences">Null for all.</param>
/// <param name="Motion">Of all classes; null for the data set's own.</param>
/// <param name="Association">Null for the data set's own.</param>
/// <param name="Scoring">What all scores have in common.</param>
internal sealed record EvaluateChoice(
    bool Json,
    string? Tracks,
    string? FromTracks,
    IReadOnlyList<string>? Sequences,
    MotionKind? Motion,
    AssociationKind? Association,
    ScoringOptions Scoring)
{
    /// <summary>The input with what is asked for in place of its own settings.</summary>
    public TrackingInput Set(TrackingInput input)
    {
        var settings = Motion is { } motion ? input.Settings.With(motion) : input.Settings;
        return input with { Settings = Association is { } association ? settings.With(association) : settings };
    }
}

using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary>Runs the tracker over a data set's inputs, or reads tracks for them, and scores what comes of it.</summary>
/// <param name="minOverlaps">The least overlaps to score at, one after another.</param>
internal sealed class TrackingEvaluation(EvaluateChoice choice, IReadOnlyList<double> minOverlaps, Screen screen)
{
    /// <exception cref="DataException">The tracks to be read are missing or malformed.</exception>
    public IReadOnlyList<TrackingFigures> Evaluate(IReadOnlyList<TrackingInput> inputs, CancellationToken cancellationToken)
    {
        var scored = choice.FromTracks is { } folder
            ? TrackReading.Read(folder, inputs[0].Classes)
            : inputs.SelectMany(input => Track(choice.Set(input), inputs.Count > 1, cancellationToken));
        return [.. scored.SelectMany(tracks => Score(tracks, cancellationToken))];
    }

    private List<ScoredTracks> Track(TrackingInput input, bool isOneOfSeveral, CancellationToken cancellationToken)
    {
        screen.Say($"tracking {input.Name}: {input.Sequences.Count} sequence(s), {input.Frames} frames");
        var run = TrackerRun.Warm(input, cancellationToken);
        var classes = input.Classes.Select(scored => (Scored: scored, Tracks: run.BoxesOf(scored))).ToList();
        if (choice.Tracks is { } folder)
            TrackFolder.Write(isOneOfSeveral ? Path.Combine(folder, input.Name) : folder, [.. classes.Select(one => (one.Scored.Type, one.Tracks))]);
        return [.. classes.Select(one => new ScoredTracks(one.Scored.Name, one.Scored.Truth, one.Tracks, run.FramesPerSecond))];
    }

    private IEnumerable<TrackingFigures> Score(ScoredTracks scored, CancellationToken cancellationToken)
    {
        var scorer = new TrackingScorer(scored.Truth, scored.Tracks);
        foreach (var minOverlap in minOverlaps)
        {
            foreach (var count in new[] { true, false })
            {
                var options = choice.Scoring with { MinOverlap = minOverlap, CountFalsePositives = count };
                yield return TrackingFigures.Of(scored, scorer.Score(options, cancellationToken));
            }
        }
    }
}

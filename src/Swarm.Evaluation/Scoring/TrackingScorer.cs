namespace Swarm.Evaluation;

/// <summary>
/// Scores a tracker's boxes as AB3DMOT does (Weng et al. 2020, arXiv:1907.03961, and its evaluation code). The overlaps are computed once, for all
/// options. Not thread-safe.
/// </summary>
public sealed class TrackingScorer
{
    private readonly OverlapSequence[] _sequences;

    /// <param name="truth">Sequence by sequence.</param>
    /// <param name="tracks">Of the same sequences in the same order.</param>
    /// <exception cref="ArgumentException">They are not of the same sequences, or a track has two boxes in a frame.</exception>
    public TrackingScorer(IReadOnlyList<SequenceTruth> truth, IReadOnlyList<SequenceTracks> tracks)
    {
        if (!truth.Select(sequence => sequence.Name).SequenceEqual(tracks.Select(sequence => sequence.Name)))
        {
            throw new ArgumentException(
                $"truth of {string.Join(", ", truth.Select(sequence => sequence.Name))} and tracks of "
                + $"{string.Join(", ", tracks.Select(sequence => sequence.Name))} do not go together",
                nameof(tracks));
        }

        _sequences = [.. truth.Zip(tracks, OverlapSequence.Of)];
    }

    public TrackingScore Score(ScoringOptions options, CancellationToken cancellationToken = default)
    {
        var scorers = Array.ConvertAll(_sequences, sequence => new SequenceScorer(sequence, options));
        var pairScores = new List<double>();
        var all = Sum(scorers, double.NegativeInfinity, pairScores);
        var points = RecallThresholds.Of(pairScores, all.TruePositives + all.FalseNegatives);
        var figures = new List<(ClearMot Figures, double Recall)>();
        var (best, bestThreshold) = (0.0, double.NegativeInfinity);
        foreach (var (threshold, recall) in points)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var point = Sum(scorers, threshold);
            figures.Add((point, recall));
            if (point.Mota > best)
                (best, bestThreshold) = (point.Mota, threshold);
        }

        var atBest = Sum(scorers, bestThreshold);
        var counted = Array.ConvertAll(scorers, scorer => scorer.Counted(bestThreshold));
        var hota = new HotaCounter();
        for (var sequence = 0; sequence < counted.Length; sequence++)
            hota.Add(counted[sequence], _sequences[sequence].Objects, _sequences[sequence].Tracks);
        return new TrackingScore
        {
            Options = options,
            Averages = RecallAverages.Of(figures),
            Best = atBest,
            Hota = hota.Result,
            Gospa = GospaMean.Of(counted.SelectMany(frames => frames), GospaOptions.Default),
            Threshold = bestThreshold,
            RecallPoints = figures.Count,
        };
    }

    private static ClearMot Sum(SequenceScorer[] scorers, double threshold, List<double>? pairScores = null) =>
        scorers.Select(scorer => scorer.Score(threshold, pairScores)).Aggregate(ClearMot.None, ClearMot.Add);
}

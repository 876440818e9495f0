namespace Swarm.Evaluation;

/// <summary>
/// The mean score of each track of a sequence over all its frames, by which a threshold keeps or drops the whole track (Weng et al.
/// 2020, arXiv:1907.03961, and its evaluation code).
/// </summary>
internal sealed class MeanScores
{
    private readonly double[] _means;
    private readonly int[] _lengths;
    private readonly bool _again;
    private bool _begun;

    /// <param name="publishedRounding">See <see cref="ScoringOptions.PublishedRounding"/>.</param>
    public MeanScores(OverlapSequence sequence, bool publishedRounding)
    {
        _means = [.. sequence.Scores.Select(Mean)];
        _lengths = [.. sequence.Scores.Select(scores => scores.Length)];
        _again = publishedRounding;
    }

    public double this[int track] => _means[track];

    /// <summary>To be called before each threshold is tried.</summary>
    public void Next()
    {
        if (_again && _begun)
        {
            for (var track = 0; track < _means.Length; track++)
                _means[track] = MeanOfEqual(_means[track], _lengths[track]);
        }

        _begun = true;
    }

    private static double Mean(double[] scores)
    {
        // From left to right: the order of the additions is part of the published figures.
        var sum = 0.0;
        foreach (var score in scores)
            sum += score;
        return sum / scores.Length;
    }

    private static double MeanOfEqual(double score, int count)
    {
        var sum = 0.0;
        for (var i = 0; i < count; i++)
            sum += score;
        return sum / count;
    }
}

namespace Swarm.Evaluation;

/// <summary>
/// Scores the tracks of one sequence that are above a threshold, at one threshold after another. That a box was paired at an earlier one
/// is remembered: the published protocol forgives it no more.
/// </summary>
internal sealed class SequenceScorer
{
    private readonly OverlapSequence _sequence;
    private readonly ScoringOptions _options;
    private readonly MeanScores _scores;
    private readonly ObjectFrames _objects;
    private readonly FramePairing _pairing = new();
    private readonly Overlap[][] _candidates;
    private readonly int[][] _trackOf;
    private readonly bool[][] _everPaired;
    private Overlap[] _open = [];
    private bool[] _isPair = [];

    public SequenceScorer(OverlapSequence sequence, ScoringOptions options)
    {
        _sequence = sequence;
        _options = options;
        _scores = new MeanScores(sequence, options.PublishedRounding);
        _objects = new ObjectFrames(sequence);
        // Written as AB3DMOT's code compares: distances, 1 − overlap.
        _candidates = [.. sequence.Frames.Select(
            frame => frame.Overlaps.Where(overlap => 1 - overlap.Value <= 1 - options.MinOverlap).ToArray())];
        _trackOf = [.. sequence.Frames.Select(frame => new int[frame.Truths.Count])];
        _everPaired = [.. sequence.Frames.Select(frame => new bool[frame.Tracks.Count])];
    }

    /// <param name="threshold">Tracks with a mean score below it are left out.</param>
    /// <param name="pairScores">Takes the mean score of the track of every pair.</param>
    public ClearMot Score(double threshold, List<double>? pairScores = null)
    {
        _scores.Next();
        var counts = default(PairCounts);
        for (var f = 0; f < _sequence.Frames.Count; f++)
            counts += Score(_sequence.Frames[f], f, threshold, pairScores);
        return counts.With(_objects.Count(_trackOf));
    }

    /// <summary>What counted at the threshold of the last score.</summary>
    public IReadOnlyList<CountedFrame> Counted(double threshold) =>
        [.. _sequence.Frames.Select((frame, index) => Counted(frame, index, threshold))];

    private bool Keeps(int track, double threshold) => !(_scores[track] < threshold);

    /// <summary>Whether a box without a pair does no harm.</summary>
    private bool Forgives(int frame, int place) =>
        !_options.CountFalsePositives && _sequence.Frames[frame].Forgivable[place] && !_everPaired[frame][place];

    private PairCounts Score(OverlapFrame frame, int index, double threshold, List<double>? pairScores)
    {
        var trackOf = _trackOf[index];
        var everPaired = _everPaired[index];
        Array.Fill(trackOf, -1);
        var open = Open(frame, _candidates[index], threshold);
        var isPair = _isPair.AsSpan(0, open.Length);
        // As many pairs as can be, and among those the ones that overlap most in sum: no overlap is above 1.
        _pairing.Pair(open, frame.Truths.Count, frame.Tracks.Count, isPair, bonus: frame.Truths.Count + 1);
        var (pairs, overlap) = (0, 0.0);
        for (var i = 0; i < open.Length; i++)
        {
            if (!isPair[i])
                continue;
            var (truth, track, iou) = open[i];
            trackOf[truth] = track;
            everPaired[track] = true;
            pairs++;
            overlap += iou;
            pairScores?.Add(_scores[frame.TrackNumbers[track]]);
        }

        var (missed, truths) = (0, 0);
        for (var truth = 0; truth < trackOf.Length; truth++)
        {
            if (frame.Truths[truth].Ignored)
                continue;
            truths++;
            missed += trackOf[truth] < 0 ? 1 : 0;
        }

        var unpaired = -pairs;
        for (var track = 0; track < frame.TrackNumbers.Length; track++)
        {
            if (Keeps(frame.TrackNumbers[track], threshold) && !Forgives(index, track))
                unpaired++;
        }

        return new(pairs, unpaired, missed, truths, overlap);
    }

    private CountedFrame Counted(OverlapFrame frame, int index, double threshold)
    {
        var partners = new int[frame.Tracks.Count];
        Array.Fill(partners, -1);
        for (var truth = 0; truth < _trackOf[index].Length; truth++)
        {
            if (_trackOf[index][truth] is >= 0 and var track)
                partners[track] = truth;
        }

        return frame.Select(
            truth => !frame.Truths[truth].Ignored,
            track => Keeps(frame.TrackNumbers[track], threshold)
                && (partners[track] < 0 ? !Forgives(index, track) : !frame.Truths[partners[track]].Ignored));
    }

    private ReadOnlySpan<Overlap> Open(OverlapFrame frame, Overlap[] candidates, double threshold)
    {
        if (_open.Length < candidates.Length)
            (_open, _isPair) = (new Overlap[candidates.Length * 2], new bool[candidates.Length * 2]);
        var count = 0;
        foreach (var candidate in candidates)
        {
            if (Keeps(frame.TrackNumbers[candidate.Track], threshold))
                _open[count++] = candidate;
        }

        return _open.AsSpan(0, count);
    }
}

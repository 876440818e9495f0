namespace Swarm.Evaluation;

/// <summary>
/// Counts for <see cref="Hota"/>, sequence by sequence. Which pairs a frame has does not depend on α: those with the greatest overlap in
/// sum, each weighed by how much object and track are together over the whole sequence (Luiten et al. 2021, section 5, and its
/// evaluation code).
/// </summary>
internal sealed class HotaCounter
{
    private const int Levels = 19;
    private const double Step = 0.05;

    /// <summary>An overlap of just α counts in spite of rounding.</summary>
    private const double Epsilon = 2.220446049250313e-16;

    private readonly FramePairing _pairing = new();
    private readonly int[] _pairs = new int[Levels];
    private readonly double[] _overlap = new double[Levels];
    private readonly double[] _association = new double[Levels];
    private int _truths;
    private int _boxes;

    public Hota Result
    {
        get
        {
            var (score, detection, association, localisation) = (0.0, 0.0, 0.0, 0.0);
            for (var level = 0; level < Levels; level++)
            {
                var pairs = _pairs[level];
                var detA = pairs == 0 ? 0 : pairs / (double)(_truths + _boxes - pairs);
                var assA = pairs == 0 ? 0 : _association[level] / pairs;
                score += Math.Sqrt(detA * assA) / Levels;
                detection += detA / Levels;
                association += assA / Levels;
                localisation += (pairs == 0 ? 1 : _overlap[level] / pairs) / Levels;
            }

            return new(score, detection, association, localisation);
        }
    }

    /// <param name="objects">How many the sequence has.</param>
    /// <param name="tracks">How many the sequence has.</param>
    public void Add(IReadOnlyCollection<CountedFrame> frames, int objects, int tracks)
    {
        var objectFrames = new int[objects];
        var trackFrames = new int[tracks];
        var together = new Dictionary<(int Object, int Track), double>();
        foreach (var frame in frames)
        {
            foreach (var known in frame.Objects)
                objectFrames[known]++;
            foreach (var track in frame.Tracks)
                trackFrames[track]++;
            AddTogether(frame, together);
            _truths += frame.Objects.Length;
            _boxes += frame.Tracks.Length;
        }

        var pairs = new Dictionary<(int Object, int Track), int[]>();
        foreach (var frame in frames)
        {
            AddPairs(frame, pairs, key => together[key] / (objectFrames[key.Object] + trackFrames[key.Track] - together[key]));
        }

        foreach (var (key, counts) in pairs)
        {
            for (var level = 0; level < Levels; level++)
            {
                double count = counts[level];
                _association[level] += count * count / (objectFrames[key.Object] + trackFrames[key.Track] - count);
            }
        }
    }

    /// <summary>For each frame the overlap as a share of all the overlaps that either box has.</summary>
    private static void AddTogether(CountedFrame frame, Dictionary<(int Object, int Track), double> together)
    {
        var ofTruth = new double[frame.Objects.Length];
        var ofBox = new double[frame.Tracks.Length];
        foreach (var (truth, box, iou) in frame.Overlaps)
        {
            ofTruth[truth] += iou;
            ofBox[box] += iou;
        }

        foreach (var (truth, box, iou) in frame.Overlaps)
        {
            var key = (frame.Objects[truth], frame.Tracks[box]);
            together[key] = together.GetValueOrDefault(key) + (iou / (ofTruth[truth] + ofBox[box] - iou));
        }
    }

    private void AddPairs(
        CountedFrame frame,
        Dictionary<(int Object, int Track), int[]> pairs,
        Func<(int Object, int Track), double> alignment)
    {
        var weighed = Array.ConvertAll(
            frame.Overlaps,
            overlap => overlap with { Value = overlap.Value * alignment((frame.Objects[overlap.Truth], frame.Tracks[overlap.Track])) });
        var isPair = new bool[weighed.Length];
        _pairing.Pair(weighed, frame.Objects.Length, frame.Tracks.Length, isPair);
        for (var i = 0; i < weighed.Length; i++)
        {
            if (!isPair[i])
                continue;
            var key = (frame.Objects[weighed[i].Truth], frame.Tracks[weighed[i].Track]);
            if (!pairs.TryGetValue(key, out var counts))
                pairs.Add(key, counts = new int[Levels]);
            var iou = frame.Overlaps[i].Value;
            for (var level = 0; level < Levels && iou >= ((level + 1) * Step) - Epsilon; level++)
            {
                counts[level]++;
                _pairs[level]++;
                _overlap[level] += iou;
            }
        }
    }
}

using Swarm.Domain;
using Swarm.Inference;
using Swarm.Vision;

namespace Swarm.Cli;

/// <summary>
/// Figure 2: frames of a real scene. The device runs the smallest size alone; a frame that leaves it is answered by the largest. Whatever is chosen or learnt is so on the first
/// half of the frames; the second is scored. But for "always", all ways get the device's boxes calibrated.
/// </summary>
internal sealed class LadderBench
{
    public const string Placed = "placement";

    public const string InHindsight = "perfect hindsight";

    /// <summary>Of the frames may leave the device.</summary>
    public const double Share = 0.3;

    /// <summary>From this score on a box is acted on: the least that the model's manifest gives out.</summary>
    private const float ActFrom = 0.1f;

    /// <summary>The rule asks for so much more than may leave, so that the budget is spent.</summary>
    private const double Asked = 1.2;

    /// <summary>Frames for which a box of the last better answer is carried on where nothing is seen of it.</summary>
    private const int CarriedFrames = 2;

    private readonly FrameTrace _trace;
    private readonly string[] _tuning;
    private readonly string[] _scored;
    private readonly BoxCalibration _calibration;

    public LadderBench(FrameTrace trace)
    {
        _trace = trace;
        var half = trace.Frames.Count / 2;
        _tuning = [.. trace.Frames.Take(half)];
        _scored = [.. trace.Frames.Skip(half)];
        _calibration = BoxCalibration.Fit([.. _tuning.SelectMany(frame => BoxCalibration.Pair(trace.At(frame, trace.Sizes[0]), trace.Persons(frame)))]);
    }

    private int Budget => (int)(Share * _scored.Length);

    public IReadOnlyList<LadderRow> Run()
    {
        var rows = new List<LadderRow>();
        foreach (var size in _trace.Sizes.SkipLast(1))
            rows.Add(Score($"always {size}²", _scored, _ => false, frame => Acted(_trace.At(frame, size))));
        rows.Add(Score($"always {_trace.Sizes[0]}², calibrated", _scored, _ => false, Local));
        rows.Add(Score($"always {_trace.Sizes[^1]}²", _scored, _ => true, Local));
        rows.Add(Score("every third", _scored, frame => Array.IndexOf(_scored, frame) % 10 is 2 or 5 or 9, Local));
        rows.Add(FixedThreshold());
        rows.Add(Sedna());
        rows.Add(BestPair());
        rows.Add(Placement(carries: false));
        rows.Add(Placement(carries: true));
        rows.Add(Hindsight());
        return rows;
    }

    /// <summary>What always running a size on board finds, of what the largest does.</summary>
    public double RecallOf(int size) => Score("", _scored, _ => false, frame => Acted(_trace.At(frame, size))).Recall;

    /// <summary>For <see cref="RegretBench"/>: frames with the device's summary, and the persons that its list misses.</summary>
    public IReadOnlyList<(LocalSummary Summary, int Missed)> Rounds(bool scored)
    {
        var doubt = new FrameDoubt(Places());
        return [.. (scored ? _scored : _tuning).Select(frame =>
        {
            var (acted, summary) = doubt.Summarise(Small(frame), 0);
            return (summary, _trace.Missed(frame, acted));
        })];
    }

    /// <summary>The placement: two thresholds on the boxes, places known from before, and the share as a budget.</summary>
    /// <param name="carries">Whether boxes of the last better answer are acted on where nothing is seen of them now: predictions, not detections.</param>
    private LadderRow Placement(bool carries)
    {
        var places = Places();
        var doubt = new FrameDoubt(places);
        var policy = new PlacementPolicy(
            [new Tier(TierKind.Site, "site", [new TierVariant("largest", 1, 0, 0, TimeSpan.FromMilliseconds(132))], TimeSpan.FromMilliseconds(5))],
            new DoubtQuantileRule(Asked * Share),
            new PlacementOptions { EscalatedShare = Share });
        var left = new HashSet<string>();
        var answers = new Dictionary<string, IReadOnlyList<DetectedBox>>();
        IReadOnlyList<DetectedBox> last = [];
        var since = 0;
        foreach (var frame in _scored)
        {
            var (acted, summary) = doubt.Summarise(Small(frame), since++);
            var carried = carries && since <= CarriedFrames ? last.Where(box => acted.All(seen => seen.Box.Overlap(box.Box) < 0.3)) : [];
            answers[frame] = [.. acted, .. carried];
            var request = new InferenceRequest(since, "persons", DateTimeOffset.UnixEpoch, TimeSpan.FromMilliseconds(800), (int)_trace.MeanBytes);
            var decision = policy.Decide(request, summary, TimeSpan.FromMilliseconds(12), TimeSpan.Zero);
            policy.Settle(summary, decision, loss: null);
            if (!decision.IsEscalated)
                continue;
            left.Add(frame);
            since = 0;
            last = _trace.Persons(frame);
            places.Learn(Small(frame), _trace.At(frame, _trace.Sizes[^1]));
        }

        return Score(carries ? "placement, and boxes carried on" : Placed, _scored, left.Contains, frame => answers[frame]);
    }

    /// <summary>What the first half teaches.</summary>
    private KnownPlaces Places()
    {
        var places = new KnownPlaces();
        foreach (var frame in _tuning)
            places.Learn(Small(frame), _trace.At(frame, _trace.Sizes[^1]));
        return places;
    }

    /// <summary>The frames with the most missed persons leave the device: what no rule can beat with the device's own lists.</summary>
    private LadderRow Hindsight()
    {
        var chosen = _scored.OrderByDescending(frame => _trace.Missed(frame, Local(frame))).Take(Budget).ToHashSet();
        return Score(InHindsight, _scored, chosen.Contains, Local);
    }

    /// <summary>A frame leaves when its least sure box is below a threshold: the one that keeps the share on the tuning frames.</summary>
    private LadderRow FixedThreshold()
    {
        var threshold = Highest(_tuning, LeastScore);
        return Score($"fixed threshold {threshold:0.00}", _scored, frame => LeastScore(frame) < threshold, Local);
    }

    /// <summary>Sedna's: by the mean score of what is acted on surely, and never where nothing is; the threshold likewise.</summary>
    private LadderRow Sedna()
    {
        var threshold = Highest(_tuning, MeanScore);
        return Score($"Sedna's rule, {threshold:0.00}", _scored, frame => MeanScore(frame) < threshold, Local);
    }

    /// <summary>A frame leaves when a box lies between two thresholds: of all pairs, the one that does best on the scored frames with no more than the share.</summary>
    private LadderRow BestPair()
    {
        var best = Score("best fixed pair in hindsight: none", _scored, _ => false, Local);
        for (var low = 0; low < 40; low++)
        {
            for (var high = low + 1; high <= 40; high++)
            {
                var (from, to) = (low / 40f, high / 40f);
                var row = Score(
                    $"best fixed pair in hindsight, {from:0.000} to {to:0.000}",
                    _scored,
                    frame => Small(frame).Any(box => box.Score >= from && box.Score < to),
                    Local);
                if (row.OffloadedShare <= Share && row.Recall > best.Recall)
                    best = row;
            }
        }

        return best;
    }

    private LadderRow Score(string name, string[] frames, Func<string, bool> leaves, Func<string, IReadOnlyList<DetectedBox>> local)
    {
        var (persons, missed, boxes, left) = (0, 0, 0, 0);
        foreach (var frame in frames)
        {
            var isLeaving = leaves(frame);
            var answer = isLeaving ? _trace.Persons(frame) : local(frame);
            persons += _trace.Persons(frame).Count;
            missed += _trace.Missed(frame, answer);
            boxes += answer.Count;
            left += isLeaving ? 1 : 0;
        }

        return new LadderRow(
            name, 1 - (missed / (double)persons), left / (double)frames.Length, missed, (boxes - (persons - missed)) / (double)frames.Length);
    }

    /// <summary>The highest threshold with no more than the share of <paramref name="frames"/> below it.</summary>
    private static double Highest(string[] frames, Func<string, double> score)
    {
        double[] sorted = [.. frames.Select(score).Order()];
        return sorted[(int)(Share * frames.Length)];
    }

    /// <summary>What the device sees, its boxes calibrated.</summary>
    private IReadOnlyList<DetectedBox> Small(string frame) => [.. _trace.At(frame, _trace.Sizes[0]).Select(_calibration.Apply)];

    private IReadOnlyList<DetectedBox> Local(string frame) => Acted(Small(frame));

    private double LeastScore(string frame) => Local(frame).Select(box => (double)box.Score).DefaultIfEmpty(1).Min();

    private double MeanScore(string frame) =>
        Small(frame).Where(box => box.Score >= 0.3f).Select(box => (double)box.Score).DefaultIfEmpty(1).Average();

    private static IReadOnlyList<DetectedBox> Acted(IReadOnlyList<DetectedBox> boxes) => [.. boxes.Where(box => box.Score >= ActFrom)];
}

using Swarm.Domain;
using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary>
/// Says what sharing gave the first car of a recording, from what it was told while the recording played. All times are
/// recorded time, from the first frame. What is the same object is decided by <see cref="PlaneMatching"/>.
/// </summary>
internal sealed class SharingEvaluator
{
    private readonly Recording _recording;
    private readonly Dictionary<int, TimeSpan> _firstByEgo = [];
    private readonly Dictionary<int, TimeSpan> _firstByOther = [];
    private readonly Dictionary<int, TimeSpan> _firstTold = [];
    private readonly HashSet<(int Object, int Frame)> _seen = [];
    private readonly HashSet<(int Object, int Frame)> _told = [];
    private readonly Dictionary<TrackId, bool> _trackIsReal = [];
    private readonly List<TimeSpan> _latencies = [];
    private long _toldBoxes;
    private long _falseBoxes;
    private long _heldBoxes;
    private long _falseHeldBoxes;
    private int _messages;

    public SharingEvaluator(Recording recording)
    {
        _recording = recording;
        for (var frame = 0; frame < recording.Frames.Count; frame++)
        {
            Note(frame, recording.Frames[frame].Ego, _firstByEgo, _seen);
            Note(frame, recording.Frames[frame].Other, _firstByOther, seen: null);
        }
    }

    /// <summary>Takes a message that told the first car of objects; what it tells of times outside the recording is left out.</summary>
    /// <param name="arrived">When the car had it.</param>
    /// <param name="latency">From the publishing of the newest frame that it can hold to its arrival, where that is known.</param>
    public void Told(TimeSpan arrived, IReadOnlyList<ToldObject> objects, TimeSpan? latency = null)
    {
        _messages++;
        if (latency is { } known)
            _latencies.Add(known);
        foreach (var instant in objects.GroupBy(told => told.Time))
        {
            if (instant.Key < TimeSpan.Zero || instant.Key > TimeOf(_recording.Frames.Count - 1))
                continue;
            Match(arrived, [.. instant], TruthAt(instant.Key), (int)Math.Round(instant.Key / Recording.FrameInterval));
        }
    }

    /// <summary>Takes what the first car holds of all that it was told, as it is at a frame.</summary>
    public void Held(int frame, IReadOnlyList<ToldObject> objects)
    {
        var truth = TruthAt(TimeOf(frame));
        var partners = PlaneMatching.Match([.. objects.Select(one => one.Position)], [.. truth.Select(one => one.Position)]);
        _heldBoxes += partners.Length;
        _falseHeldBoxes += partners.Count(partner => partner < 0);
        foreach (var known in partners.Where(partner => partner >= 0).Select(partner => truth[partner].Object))
        {
            _told.Add((known, frame));
            NoteTold(known, TimeOf(frame));
        }
    }

    public SharingResult Result()
    {
        var objects = _recording.Frames.SelectMany(frame => frame.Labels).Select(label => label.Object).ToHashSet();
        var never = objects.Where(known => !_firstByEgo.ContainsKey(known)).ToList();
        var secondFirst = objects
            .Where(known => _firstByEgo.TryGetValue(known, out var ego) && _firstByOther.TryGetValue(known, out var other) && other < ego)
            .ToList();
        var labelled = _recording.Frames.SelectMany((frame, index) => frame.Labels.Select(label => (label.Object, index))).ToList();
        return new SharingResult
        {
            Sequence = _recording.Sequence,
            Frames = _recording.Frames.Count,
            DetectionsByEgo = _recording.Frames.Sum(frame => frame.Ego.Count),
            DetectionsByOther = _recording.Frames.Sum(frame => frame.Other.Count),
            Objects = objects.Count,
            ObjectsSeenByEgo = objects.Count - never.Count,
            ObjectsSeenByOther = objects.Count(_firstByOther.ContainsKey),
            NeverSeen = never.Count,
            NeverSeenButByOther = never.Count(_firstByOther.ContainsKey),
            NeverSeenButTold = never.Count(_firstTold.ContainsKey),
            OtherFirst = secondFirst.Count,
            LeadSeconds = [.. secondFirst.Select(LeadOf).Where(lead => lead > 0).Order()],
            Boxes = labelled.Count,
            BoxesSeen = labelled.Count(_seen.Contains),
            BoxesSeenOrTold = labelled.Count(box => _seen.Contains(box) || _told.Contains(box)),
            Messages = _messages,
            ToldTracks = _trackIsReal.Count,
            FalseTracks = _trackIsReal.Values.Count(real => !real),
            ToldBoxes = _toldBoxes,
            FalseBoxes = _falseBoxes,
            HeldBoxes = _heldBoxes,
            FalseHeldBoxes = _falseHeldBoxes,
            LatencyMilliseconds = [.. _latencies.Select(latency => latency.TotalMilliseconds).Order()],
        };
    }

    private static TimeSpan TimeOf(int frame) => frame * Recording.FrameInterval;

    private double LeadOf(int known) =>
        _firstTold.TryGetValue(known, out var told) ? (_firstByEgo[known] - told).TotalSeconds : 0;

    private void Note(
        int frame,
        IReadOnlyList<RecordedDetection> detections,
        Dictionary<int, TimeSpan> first,
        HashSet<(int Object, int Frame)>? seen)
    {
        var labels = _recording.Frames[frame].Labels;
        var partners = PlaneMatching.Match(
            [.. detections.Select(detection => detection.Box.Position.Plane)],
            [.. labels.Select(label => label.Box.Position.Plane)]);
        foreach (var partner in partners.Where(partner => partner >= 0))
        {
            first.TryAdd(labels[partner].Object, TimeOf(frame));
            seen?.Add((labels[partner].Object, frame));
        }
    }

    private void Match(TimeSpan arrived, IReadOnlyList<ToldObject> told, List<(int Object, Point2 Position)> truth, int frame)
    {
        var partners = PlaneMatching.Match([.. told.Select(one => one.Position)], [.. truth.Select(one => one.Position)]);
        for (var index = 0; index < partners.Length; index++)
        {
            var real = partners[index] >= 0;
            _toldBoxes++;
            _falseBoxes += real ? 0 : 1;
            _trackIsReal[told[index].Track] = real || _trackIsReal.GetValueOrDefault(told[index].Track);
            if (!real)
                continue;
            var known = truth[partners[index]].Object;
            _told.Add((known, frame));
            NoteTold(known, arrived);
        }
    }

    private void NoteTold(int known, TimeSpan when)
    {
        if (!_firstTold.TryGetValue(known, out var before) || when < before)
            _firstTold[known] = when;
    }

    /// <summary>Where the true objects are between two frames: on the line between their boxes, or at the box of the nearer frame alone.</summary>
    private List<(int Object, Point2 Position)> TruthAt(TimeSpan time)
    {
        var frames = time / Recording.FrameInterval;
        var before = (int)Math.Floor(frames);
        var share = frames - before;
        var from = PositionsIn(before);
        var to = PositionsIn(Math.Min(before + 1, _recording.Frames.Count - 1));
        var positions = new List<(int, Point2)>();
        foreach (var known in from.Keys.Union(to.Keys))
        {
            var (inFrom, inTo) = (from.TryGetValue(known, out var a), to.TryGetValue(known, out var b));
            if (inFrom && inTo)
                positions.Add((known, new Point2(a.X + (share * (b.X - a.X)), a.Y + (share * (b.Y - a.Y)))));
            else if (inFrom ? share <= 0.5 : share > 0.5)
                positions.Add((known, inFrom ? a : b));
        }

        return positions;
    }

    private Dictionary<int, Point2> PositionsIn(int frame) =>
        _recording.Frames[frame].Labels.ToDictionary(label => label.Object, label => label.Box.Position.Plane);
}

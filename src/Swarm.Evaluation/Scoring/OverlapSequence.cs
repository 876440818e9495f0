namespace Swarm.Evaluation;

/// <summary>A sequence with all that every threshold and every metric asks of it again.</summary>
internal sealed class OverlapSequence
{
    /// <summary>KITTI: boxes no higher than this in the image, in pixels, are forgiven.</summary>
    private const double MinImageHeight = 25;

    /// <summary>KITTI: boxes with more than this share in an unlabelled area are forgiven.</summary>
    private const double MaxDontCareShare = 0.5;

    private OverlapSequence(OverlapFrame[] frames, int objects, double[][] scores)
    {
        Frames = frames;
        Objects = objects;
        Scores = scores;
    }

    public IReadOnlyList<OverlapFrame> Frames { get; }

    public int Objects { get; }

    public int Tracks => Scores.Count;

    /// <summary>For each track its scores, frame by frame.</summary>
    public IReadOnlyList<double[]> Scores { get; }

    /// <exception cref="ArgumentException">The tracks are of more frames than the truth, or a track has two boxes in one.</exception>
    public static OverlapSequence Of(SequenceTruth truth, SequenceTracks tracks)
    {
        if (tracks.Frames.Count > truth.Frames.Count)
        {
            throw new ArgumentException(
                $"sequence {truth.Name} has {truth.Frames.Count} frames, its tracks have {tracks.Frames.Count}", nameof(tracks));
        }

        var objects = new Dictionary<int, int>();
        var numbers = new Dictionary<int, int>();
        var scores = new List<List<double>>();
        var frames = new OverlapFrame[truth.Frames.Count];
        for (var f = 0; f < frames.Length; f++)
        {
            IReadOnlyList<TrackBox> boxes = f < tracks.Frames.Count ? tracks.Frames[f] : [];
            frames[f] = Frame(truth.Frames[f], boxes, objects, numbers);
            if (frames[f].TrackNumbers.Distinct().Count() < boxes.Count)
                throw new ArgumentException($"sequence {tracks.Name} has a track twice in frame {f}", nameof(tracks));
            for (var i = 0; i < boxes.Count; i++)
            {
                var number = frames[f].TrackNumbers[i];
                if (number == scores.Count)
                    scores.Add([]);
                scores[number].Add(boxes[i].Score);
            }
        }

        return new(frames, objects.Count, [.. scores.Select(list => list.ToArray())]);
    }

    private static OverlapFrame Frame(
        TruthFrame truth,
        IReadOnlyList<TrackBox> boxes,
        Dictionary<int, int> objects,
        Dictionary<int, int> numbers)
    {
        var overlaps = new List<Overlap>();
        for (var t = 0; t < truth.Boxes.Count; t++)
        {
            for (var b = 0; b < boxes.Count; b++)
            {
                if (BoxOverlap.Iou(truth.Boxes[t].Box, boxes[b].Box) is > 0 and var iou)
                    overlaps.Add(new(t, b, iou));
            }
        }

        return new(
            truth.Boxes,
            [.. truth.Boxes.Select(box => NumberOf(box.Object, objects))],
            boxes,
            [.. boxes.Select(box => NumberOf(box.Track, numbers))],
            [.. boxes.Select(box => IsForgivable(box.Image, truth.DontCare))],
            [.. overlaps]);
    }

    private static int NumberOf(int name, Dictionary<int, int> numbers)
    {
        if (!numbers.TryGetValue(name, out var number))
            numbers.Add(name, number = numbers.Count);
        return number;
    }

    private static bool IsForgivable(ImageBox image, IReadOnlyList<ImageBox> dontCare) =>
        image.Height <= MinImageHeight || dontCare.Any(area => image.ShareIn(area) > MaxDontCareShare);
}

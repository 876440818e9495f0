namespace Swarm.Evaluation;

/// <summary>
/// Whether scores that are meant as probabilities are right: of the boxes scored around 0.7, seven out of ten should be true (DeGroot and
/// Fienberg, "The Comparison and Evaluation of Forecasters", <i>The Statistician</i> 32, 1983).
/// </summary>
/// <param name="Bins">Ten of equal width, from 0 to 1.</param>
/// <param name="ExpectedError">The mean difference between predicted and observed over all boxes, by bins.</param>
public sealed record Reliability(IReadOnlyList<ReliabilityBin> Bins, double ExpectedError)
{
    private const int Count = 10;

    /// <summary>A box is true where it is paired with a label of its frame whose centre is nearest in the plane, the surest first, each once.</summary>
    /// <param name="maxDistance">Between the centres, metres.</param>
    /// <exception cref="ArgumentException">Truth and tracks are of different sequences, or a score is no probability.</exception>
    public static Reliability Of(IReadOnlyList<SequenceTruth> truth, IReadOnlyList<SequenceTracks> tracks, double maxDistance)
    {
        var predicted = new double[Count];
        var boxes = new int[Count];
        var observed = new int[Count];
        foreach (var (score, isTrue) in Judge(truth, tracks, maxDistance))
        {
            if (score is not (>= 0 and <= 1))
                throw new ArgumentException($"score {score} is no probability", nameof(tracks));
            var bin = Math.Min(Count - 1, (int)(score * Count));
            predicted[bin] += score;
            boxes[bin]++;
            observed[bin] += isTrue ? 1 : 0;
        }

        List<ReliabilityBin> bins = [.. Enumerable.Range(0, Count).Select(bin => new ReliabilityBin(
            bin / (double)Count, (bin + 1) / (double)Count, boxes[bin], predicted[bin] / boxes[bin], observed[bin] / (double)boxes[bin]))];
        return new(bins, Enumerable.Range(0, Count).Sum(bin => Math.Abs(predicted[bin] - observed[bin])) / boxes.Sum());
    }

    /// <summary>Every box with its score, and whether it is true as <see cref="Of"/> has it.</summary>
    /// <exception cref="ArgumentException">Truth and tracks are of different sequences.</exception>
    internal static IEnumerable<(double Score, bool IsTrue)> Judge(
        IReadOnlyList<SequenceTruth> truth, IReadOnlyList<SequenceTracks> tracks, double maxDistance) =>
        truth.Select(one => one.Name).SequenceEqual(tracks.Select(one => one.Name))
            ? truth.Zip(tracks).SelectMany(pair => pair.First.Frames.Zip(pair.Second.Frames)).SelectMany(frame => Judge(frame.First, frame.Second, maxDistance))
            : throw new ArgumentException("truth and tracks are of different sequences", nameof(tracks));

    private static IEnumerable<(double Score, bool IsTrue)> Judge(TruthFrame labels, IReadOnlyList<TrackBox> shown, double maxDistance)
    {
        var free = labels.Boxes.Select(label => label.Box).ToList();
        foreach (var box in shown.OrderByDescending(box => box.Score))
        {
            var nearest = free.Count == 0 ? -1 : Enumerable.Range(0, free.Count).MinBy(label => Distance(free[label], box.Box));
            var isTrue = nearest >= 0 && Distance(free[nearest], box.Box) <= maxDistance;
            if (isTrue)
                free.RemoveAt(nearest);
            yield return (box.Score, isTrue);
        }
    }

    private static double Distance(in UprightBox a, in UprightBox b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Z - b.Z) * (a.Z - b.Z)));
}

namespace Swarm.Vision;

/// <summary>One rung of the ladder: what an input size costs, and how much of what the largest size finds it finds.</summary>
/// <param name="MedianMilliseconds">From the decoded frame to the boxes.</param>
/// <param name="Sure">Boxes of at least the score that is asked for, at both sizes.</param>
/// <param name="All">All boxes of this size, however unsure, beside those of the largest size of at least the score that is asked for.</param>
public sealed record LadderFigures(int Size, int Frames, double MedianMilliseconds, double P95Milliseconds, RungCount Sure, RungCount All)
{
    /// <param name="name">Of the class that is counted.</param>
    /// <param name="score">From which score on a box is sure.</param>
    /// <param name="overlap">Least intersection over union of two boxes that are the same object.</param>
    public static IReadOnlyList<LadderFigures> Of(LadderTrace trace, string name = "person", double score = 0.3, double overlap = 0.5)
    {
        List<IReadOnlyList<DetectedBox>> wanted = [.. trace.At(trace.Largest).Select(entry => Boxes(entry, score))];
        return [.. trace.Sizes.Select(Rung)];

        LadderFigures Rung(int size)
        {
            List<LadderEntry> entries = [.. trace.At(size)];
            double[] times = [.. entries.Select(entry => entry.Milliseconds).Order()];
            return new LadderFigures(size, entries.Count, Quantile(times, 0.5), Quantile(times, 0.95), Count(entries, score), Count(entries, 0));
        }

        RungCount Count(List<LadderEntry> entries, double least)
        {
            List<IReadOnlyList<DetectedBox>> found = [.. entries.Select(entry => Boxes(entry, least))];
            var matched = found.Zip(wanted).Sum(frame => BoxMatching.Match(frame.First, frame.Second, overlap).Count(partner => partner >= 0));
            return new RungCount(found.Sum(boxes => boxes.Count), matched, wanted.Sum(boxes => boxes.Count));
        }

        IReadOnlyList<DetectedBox> Boxes(LadderEntry entry, double least) => [.. entry.Boxes.Where(box => box.Name == name && box.Score >= least)];
    }

    /// <summary>The least value that at least the share <paramref name="share"/> of all does not exceed.</summary>
    private static double Quantile(double[] ascending, double share) =>
        ascending.Length == 0 ? 0 : ascending[Math.Clamp((int)Math.Ceiling(share * ascending.Length) - 1, 0, ascending.Length - 1)];
}

namespace Swarm.Evaluation;

/// <summary>Pairs, boxes without one, true boxes without one, true boxes that are not ignored, and the overlap of the pairs in sum.</summary>
internal readonly record struct PairCounts(int Pairs, int Unpaired, int Missed, int Truths, double Overlap)
{
    public static PairCounts operator +(PairCounts a, PairCounts b) =>
        new(a.Pairs + b.Pairs, a.Unpaired + b.Unpaired, a.Missed + b.Missed, a.Truths + b.Truths, a.Overlap + b.Overlap);

    public ClearMot With(TrajectoryCounts trajectories) => new()
    {
        TruePositives = Pairs,
        FalsePositives = Unpaired,
        FalseNegatives = Missed,
        Truths = Truths,
        Overlap = Overlap,
        Trajectories = trajectories,
    };
}

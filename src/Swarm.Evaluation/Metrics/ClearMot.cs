namespace Swarm.Evaluation;

/// <summary>
/// The CLEAR MOT metrics (Bernardin and Stiefelhagen, <i>EURASIP Journal on Image and Video Processing</i>, 2008, article 246309) of the
/// boxes above one threshold, as KITTI and AB3DMOT count them.
/// </summary>
public sealed record ClearMot
{
    /// <summary>Pairs, those with ignored true boxes among them.</summary>
    public required int TruePositives { get; init; }

    public required int FalsePositives { get; init; }

    /// <summary>True boxes without a pair; ignored ones are not missed.</summary>
    public required int FalseNegatives { get; init; }

    /// <summary>True boxes that are not ignored.</summary>
    public required int Truths { get; init; }

    /// <summary>Intersection over union, summed over the pairs.</summary>
    public required double Overlap { get; init; }

    public required TrajectoryCounts Trajectories { get; init; }

    /// <summary>Of no frame at all.</summary>
    public static ClearMot None { get; } = new()
    {
        TruePositives = 0, FalsePositives = 0, FalseNegatives = 0, Truths = 0, Overlap = 0, Trajectories = default,
    };

    public int IdentitySwitches => Trajectories.IdentitySwitches;

    public int Fragmentations => Trajectories.Fragmentations;

    private int Errors => FalseNegatives + FalsePositives + IdentitySwitches;

    /// <summary>1 − (FN + FP + IDS) / truths. −∞ without truths.</summary>
    public double Mota => Truths == 0 ? double.NegativeInfinity : 1 - (Errors / (double)Truths);

    /// <summary>Σ overlap / pairs: the overlap stands in place of the distance, so higher is better.</summary>
    public double Motp => TruePositives == 0 ? 0 : Overlap / TruePositives;

    public double Recall => TruePositives == 0 ? 0 : TruePositives / (double)(TruePositives + FalseNegatives);

    public double Precision => TruePositives == 0 ? 0 : TruePositives / (double)(TruePositives + FalsePositives);

    /// <summary>
    /// MOTA in relation to what a recall allows (Weng et al. 2020, arXiv:1907.03961, sMOTA), 0 to 1:
    /// 1 − (FN + FP + IDS − (1 − r) truths) / (r truths).
    /// </summary>
    public double ScaledMota(double recall) =>
        Truths == 0
            ? double.NegativeInfinity
            : Math.Clamp(1 - ((Errors - ((1 - recall) * Truths)) / (recall * Truths)), 0, 1);

    /// <summary>Takes two sets of frames together.</summary>
    public static ClearMot Add(ClearMot a, ClearMot b) => new()
    {
        TruePositives = a.TruePositives + b.TruePositives,
        FalsePositives = a.FalsePositives + b.FalsePositives,
        FalseNegatives = a.FalseNegatives + b.FalseNegatives,
        Truths = a.Truths + b.Truths,
        Overlap = a.Overlap + b.Overlap,
        Trajectories = a.Trajectories + b.Trajectories,
    };
}

namespace Swarm.Evaluation;

/// <summary>
/// Accuracy and precision averaged over 40 recalls, so that no single threshold decides (Weng et al. 2020, arXiv:1907.03961):
/// 1/40 · Σ_r of the figure at recall r. A recall that was never reached counts as 0.
/// </summary>
/// <param name="Amota">Mean MOTA; may be negative.</param>
/// <param name="ScaledAmota">Mean scaled MOTA (<see cref="ClearMot.ScaledMota"/>), 0 to 1.</param>
/// <param name="Amotp">Mean MOTP.</param>
public readonly record struct RecallAverages(double Amota, double ScaledAmota, double Amotp)
{
    public static RecallAverages Of(IEnumerable<(ClearMot Figures, double Recall)> points)
    {
        var (mota, scaled, motp) = (0.0, 0.0, 0.0);
        foreach (var (figures, recall) in points)
        {
            mota += figures.Mota;
            scaled += figures.ScaledMota(recall);
            motp += figures.Motp;
        }

        return new(mota / RecallThresholds.Points, scaled / RecallThresholds.Points, motp / RecallThresholds.Points);
    }
}

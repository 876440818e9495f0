namespace Swarm.Evaluation;

/// <summary>
/// The scores at which a tracker reaches each of 40 recalls (Weng et al. 2020, arXiv:1907.03961, and its evaluation code). A recall that it never
/// reaches has no threshold. For the recalls r = 1/40, 2/40, … the threshold is the score of the pair, counted from the surest, whose
/// share of the truths is nearest r.
/// </summary>
public static class RecallThresholds
{
    public const int Points = 40;

    /// <param name="scores">Of all pairs when nothing is left out; in any order.</param>
    /// <param name="truths">True boxes to be found.</param>
    /// <returns>From the highest threshold, with the lowest recall above 0, down.</returns>
    public static IReadOnlyList<(double Threshold, double Recall)> Of(IEnumerable<double> scores, int truths)
    {
        double[] descending = [.. scores.OrderDescending()];
        var points = new List<(double, double)>();
        var recall = 0.0;
        for (var i = 0; i < descending.Length; i++)
        {
            var isLast = i == descending.Length - 1;
            var here = (i + 1) / (double)truths;
            var next = isLast ? here : (i + 2) / (double)truths;
            if (next - recall < recall - here && !isLast)
                continue;
            points.Add((descending[i], recall));
            recall += 1.0 / Points;
        }

        return points.Count == 0 ? points : points[1..];
    }
}

namespace Swarm.Evaluation;

/// <summary>
/// Fits a standard deviation to residuals: a line through their root mean square in each 10 m of range, weighted by their number, where the
/// range explains most of how these differ; else one constant.
/// </summary>
internal static class NoiseFit
{
    private const double BinMetres = 10;

    /// <summary>The share of the bins' weighted variance that a line must explain.</summary>
    private const double MinExplained = 0.5;

    /// <param name="residuals">Metres, each with its range from the origin.</param>
    public static PositionNoise Of(IReadOnlyList<(double Range, double Residual)> residuals)
    {
        var constant = new PositionNoise(RootMeanSquare(residuals), 0);
        var bins = residuals
            .GroupBy(one => (int)(one.Range / BinMetres))
            .Select(bin => (Weight: (double)bin.Count(), X: bin.Average(one => one.Range), Y: RootMeanSquare([.. bin])))
            .ToList();
        var weight = bins.Sum(bin => bin.Weight);
        var (x, y) = (bins.Sum(bin => bin.Weight * bin.X) / weight, bins.Sum(bin => bin.Weight * bin.Y) / weight);
        var xx = bins.Sum(bin => bin.Weight * (bin.X - x) * (bin.X - x));
        var xy = bins.Sum(bin => bin.Weight * (bin.X - x) * (bin.Y - y));
        var yy = bins.Sum(bin => bin.Weight * (bin.Y - y) * (bin.Y - y));
        var slope = xy / xx;
        return slope > 0 && y > slope * x && xy * slope >= MinExplained * yy ? new(y - (slope * x), slope) : constant;
    }

    private static double RootMeanSquare(IReadOnlyList<(double Range, double Residual)> residuals) =>
        Math.Sqrt(residuals.Average(one => one.Residual * one.Residual));
}

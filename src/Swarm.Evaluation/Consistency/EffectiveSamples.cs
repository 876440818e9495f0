namespace Swarm.Evaluation;

/// <summary>How many independent samples a series of alike neighbours is worth.</summary>
public static class EffectiveSamples
{
    /// <summary>
    /// n / (1 + 2 Σ ρ), with the autocorrelations ρ summed up to the first that is not positive (Geyer, "Practical Markov Chain Monte Carlo",
    /// 1992, section 3.3, truncated as simply as that).
    /// </summary>
    /// <param name="series">At equal intervals.</param>
    public static double Of(IReadOnlyList<double> series)
    {
        if (series.Count < 2)
            return series.Count;
        var mean = series.Average();
        var variance = Autocovariance(series, mean, 0);
        if (variance == 0)
            return 1;

        var length = 1.0;
        for (var lag = 1; lag < series.Count / 2; lag++)
        {
            var correlation = Autocovariance(series, mean, lag) / variance;
            if (correlation <= 0)
                break;
            length += 2 * correlation;
        }

        return Math.Max(1, series.Count / length);
    }

    private static double Autocovariance(IReadOnlyList<double> series, double mean, int lag)
    {
        var sum = 0.0;
        for (var i = lag; i < series.Count; i++)
            sum += (series[i] - mean) * (series[i - lag] - mean);
        return sum / series.Count;
    }
}

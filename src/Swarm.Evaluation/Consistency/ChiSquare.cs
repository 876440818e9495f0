namespace Swarm.Evaluation;

/// <summary>Quantiles of the chi-square distribution.</summary>
public static class ChiSquare
{
    private const double Standard975 = 1.959963985;
    private const double Standard95 = 1.644853627;

    /// <summary>Exceeded one time in forty.</summary>
    public static double Upper975(double degrees) => Quantile(degrees, Standard975);

    /// <summary>Not reached one time in forty.</summary>
    public static double Lower025(double degrees) => Quantile(degrees, -Standard975);

    /// <summary>Exceeded one time in twenty.</summary>
    public static double Upper95(double degrees) => Quantile(degrees, Standard95);

    /// <summary>
    /// By the cube root that is nearly normal (Wilson and Hilferty, "The Distribution of Chi-square", 1931): within 0.5 % from 15 degrees of
    /// freedom on, and within 0.05 above.
    /// </summary>
    /// <param name="standard">The same quantile of the standard normal distribution.</param>
    private static double Quantile(double degrees, double standard)
    {
        var variance = 2 / (9 * degrees);
        var root = Math.Max(0, 1 - variance + (standard * Math.Sqrt(variance)));
        return degrees * root * root * root;
    }
}

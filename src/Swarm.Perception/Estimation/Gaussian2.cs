using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>What is asked of a two-dimensional normal distribution.</summary>
internal static class Gaussian2
{
    /// <summary>The quantile of the chi-square distribution with two degrees of freedom, which has the closed form -2 ln(1 - p).</summary>
    public static double ChiSquareQuantile(double probability) => -2 * Math.Log(1 - probability);

    public static double Determinant(Covariance2 covariance) => (covariance.XX * covariance.YY) - (covariance.XY * covariance.XY);

    /// <summary>The squared Mahalanobis distance of (dx, dy) from the mean.</summary>
    public static double SquaredDistance(double dx, double dy, Covariance2 covariance) =>
        ((covariance.YY * dx * dx) - (2 * covariance.XY * dx * dy) + (covariance.XX * dy * dy)) / Determinant(covariance);

    /// <summary>The natural logarithm of the density, per m², at the squared Mahalanobis distance.</summary>
    public static double LogDensity(double squaredDistance, Covariance2 covariance) =>
        (-0.5 * squaredDistance) - Math.Log(Math.Tau) - (0.5 * Math.Log(Determinant(covariance)));

    /// <summary>Whether it is finite and positive definite, and no standard deviation is over <paramref name="limit"/>.</summary>
    public static bool IsUsable(Covariance2 covariance, double limit) =>
        covariance.XX > 0 && covariance.XX <= limit * limit && covariance.YY > 0 && covariance.YY <= limit * limit
        && double.IsFinite(covariance.XY) && Determinant(covariance) > 0;
}

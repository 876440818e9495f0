namespace Swarm.Perception;

/// <summary>
/// Fusion of two estimates of which nothing is known to be independent (Julier and Uhlmann, "A Non-divergent Estimation Algorithm in
/// the Presence of Unknown Correlations", American Control Conference, 1997): P⁻¹ = w A⁻¹ + (1-w) B⁻¹, with the w of the least
/// determinant. For tracks that two sites, or two cells, have of one object.
/// </summary>
public static class CovarianceIntersection
{
    /// <returns>The fused mean and a covariance that bounds its error for every correlation of the two.</returns>
    /// <exception cref="ArgumentException">A covariance is not positive definite.</exception>
    public static (Matrix<TSize, One> Mean, Matrix<TSize, TSize> Covariance) Fuse<TSize>(
        in Matrix<TSize, One> mean,
        in Matrix<TSize, TSize> covariance,
        in Matrix<TSize, One> otherMean,
        in Matrix<TSize, TSize> otherCovariance)
        where TSize : struct, IDimension
    {
        var fused = SplitCovarianceIntersection.Fuse(
            new SplitEstimate<TSize>(mean, default, covariance), new SplitEstimate<TSize>(otherMean, default, otherCovariance));
        return (fused.Mean, fused.Covariance);
    }
}

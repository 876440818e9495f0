namespace Swarm.Perception;

/// <summary>The weight of a split covariance intersection.</summary>
internal static class SplitWeight
{
    /// <summary>Nearer to 0 or 1 nothing is won but rounding errors.</summary>
    private const double Margin = 1e-3;

    /// <summary>The golden section leaves 0.618²⁰ of the interval: 7e-5.</summary>
    private const int Steps = 20;

    private static readonly double Golden = (Math.Sqrt(5) - 1) / 2;

    /// <summary>
    /// The weight of the prior's correlated part for which the determinant is the least, or null where the prior is best left as it is.
    /// </summary>
    /// <param name="logBefore">Logarithm of the determinant of the prior's covariance.</param>
    public static double? Best<TState, TMeasured>(
        in SplitEstimate<TState> prior, in SplitMeasurement<TState, TMeasured> measurement, double logBefore)
        where TState : struct, IDimension
        where TMeasured : struct, IDimension
    {
        // Where one side has no correlated part, the other's needs no room.
        if (Matrices.Trace(measurement.Correlated) == 0)
            return 1;
        if (Matrices.Trace(prior.Correlated) == 0)
            return 0;

        var (low, high) = (Margin, 1 - Margin);
        var (left, right) = (high - (Golden * (high - low)), low + (Golden * (high - low)));
        var (atLeft, atRight) = (LogDeterminant(prior, measurement, left), LogDeterminant(prior, measurement, right));
        for (var i = 0; i < Steps; i++)
        {
            if (atLeft <= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (Golden * (high - low));
                atLeft = LogDeterminant(prior, measurement, left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (Golden * (high - low));
                atRight = LogDeterminant(prior, measurement, right);
            }
        }

        return Math.Min(atLeft, atRight) < logBefore ? (atLeft < atRight ? left : right) : null;
    }

    /// <summary>The covariance of a part that gets this weight. A part that is not there gets none.</summary>
    public static Matrix<TSize, TSize> Inflate<TSize>(in Matrix<TSize, TSize> correlated, double weight)
        where TSize : struct, IDimension =>
        Matrices.Trace(correlated) == 0 ? default : 1 / weight * correlated;

    /// <summary>Of the fused covariance, by det P = det P₁ det R / det S; infinite where there is none.</summary>
    private static double LogDeterminant<TState, TMeasured>(
        in SplitEstimate<TState> prior, in SplitMeasurement<TState, TMeasured> measurement, double weight)
        where TState : struct, IDimension
        where TMeasured : struct, IDimension
    {
        var bound = prior.Independent + (1 / weight * prior.Correlated);
        var noise = measurement.Independent + (1 / (1 - weight) * measurement.Correlated);
        return Matrices.TryFactor(bound, out var state)
            && Matrices.TryFactor(noise, out var measured)
            && Matrices.TryFactor(measurement.Jacobian.Carry(bound) + noise, out var innovation)
            ? state.LogDeterminant + measured.LogDeterminant - innovation.LogDeterminant
            : double.PositiveInfinity;
    }
}

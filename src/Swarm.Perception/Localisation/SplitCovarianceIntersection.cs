namespace Swarm.Perception;

/// <summary>
/// Fusion that stays consistent whatever the correlation of the correlated parts: with a weight w, the covariances Pi + Pd/w of the one
/// and Ri + Rd/(1-w) of the other bound all that is possible, and what is independent is used in full (Julier and Uhlmann 2001, section
/// 12.5; for measurements of part of a state: Li, Nashashibi and Yang, "Split Covariance Intersection Filter: Theory and Its Application
/// to Vehicle Localization", IEEE Transactions on Intelligent Transportation Systems 14(4), 2013). Here w minimises the determinant,
/// which does not depend on the units. Nothing is allocated.
/// </summary>
public static class SplitCovarianceIntersection
{
    /// <summary>Both estimates of one state as one. Angles among them have to be on the same turn.</summary>
    /// <exception cref="ArgumentException">A covariance is not positive definite.</exception>
    public static SplitEstimate<TSize> Fuse<TSize>(in SplitEstimate<TSize> one, in SplitEstimate<TSize> other)
        where TSize : struct, IDimension
    {
        var measurement = new SplitMeasurement<TSize, TSize>(
            other.Mean - one.Mean, Matrices.Identity<TSize>(), other.Independent, other.Correlated);
        return TryUpdate(one, measurement, out var update)
            ? update.Estimate
            : throw new ArgumentException("a covariance is not positive definite: nothing can be fused with it");
    }

    /// <summary>The estimate with the measurement. False, and the estimate as it was, where a covariance is not positive definite.</summary>
    public static bool TryUpdate<TState, TMeasured>(
        in SplitEstimate<TState> prior, in SplitMeasurement<TState, TMeasured> measurement, out SplitUpdate<TState, TMeasured> update)
        where TState : struct, IDimension
        where TMeasured : struct, IDimension
    {
        update = new(prior, default, 1);
        if (!Matrices.TryFactor(prior.Covariance, out var before)
            || !Matrices.TryFactor(measurement.Independent + measurement.Correlated, out _))
            return false;

        var weight = SplitWeight.Best(prior, measurement, before.LogDeterminant);
        if (weight is not { } own)
            return true; // The measurement tells nothing that the estimate might not know: it stays.

        var correlated = SplitWeight.Inflate(prior.Correlated, own);
        var noise = SplitWeight.Inflate(measurement.Correlated, 1 - own);
        var bound = prior.Independent + correlated;
        var h = measurement.Jacobian;
        if (!Matrices.TryFactor(h.Carry(bound) + measurement.Independent + noise, out var innovation))
            return false;

        // Joseph's form for each part: both stay positive semidefinite whatever is rounded.
        var gain = innovation.Solve(h.Times(bound)).Transposed;
        var rest = Matrices.Identity<TState>() - gain.Times(h);
        update = new(
            new SplitEstimate<TState>(
                prior.Mean + gain.Times(measurement.Residual),
                rest.Carry(prior.Independent) + gain.Carry(measurement.Independent),
                rest.Carry(correlated) + gain.Carry(noise)),
            gain,
            own);
        return true;
    }

    /// <summary>
    /// A bound on the covariance of the sum of two errors of unknown correlation: A/α + B/(1-α), with the α of the least trace.
    /// </summary>
    public static Matrix<TSize, TSize> BoundSum<TSize>(in Matrix<TSize, TSize> one, in Matrix<TSize, TSize> other)
        where TSize : struct, IDimension
    {
        var (a, b) = (Math.Sqrt(Matrices.Trace(one)), Math.Sqrt(Matrices.Trace(other)));
        if (a == 0 || b == 0)
            return one + other;
        return (((a + b) / a) * one) + (((a + b) / b) * other);
    }
}

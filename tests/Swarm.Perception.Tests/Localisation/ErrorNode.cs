using Swarm.Perception.Tests.Estimation;

namespace Swarm.Perception.Tests.Localisation;

/// <summary>
/// An estimate beside what is truly known of its error: a linear combination of unit noises, each of which has a number. So the true
/// covariance of any number of estimates after any exchange is exact, correlations included.
/// </summary>
internal sealed class ErrorNode<TSize>(SplitEstimate<TSize> estimate, List<Matrix<TSize, One>> error)
    where TSize : struct, IDimension
{
    /// <summary>The factor of each noise; those further on have none.</summary>
    private List<Matrix<TSize, One>> _error = error;

    public SplitEstimate<TSize> Estimate { get; private set; } = estimate;

    public Matrix<TSize, TSize> TrueCovariance
    {
        get
        {
            var sum = default(Matrix<TSize, TSize>);
            foreach (var factor in _error)
                sum += factor.Times(factor.Transposed);
            return sum;
        }
    }

    public bool IsConsistent => Estimate.Covariance.Covers(TrueCovariance);

    public static ErrorNode<TSize> Begin(ErrorNoises noises, double deviation)
    {
        var node = new ErrorNode<TSize>(new(default, default, default), []);
        node.Disturb(noises, deviation);
        return node;
    }

    /// <summary>Fresh noise on each axis, as a motion has it.</summary>
    public void Disturb(ErrorNoises noises, double deviation)
    {
        for (var axis = 0; axis < TSize.Count; axis++)
        {
            var factor = default(Matrix<TSize, One>);
            factor[axis, 0] = deviation;
            Add(_error, noises.Next(), factor);
        }

        Estimate = new(Estimate.Mean, Estimate.Independent + (deviation * deviation * Matrices.Identity<TSize>()), Estimate.Correlated);
    }

    /// <summary>A measurement of the first axis that nobody else has.</summary>
    public void Measure(ErrorNoises noises, double deviation) => Update(Axis(), noises, deviation, null);

    /// <summary>What this node tells another, with the error that it has now.</summary>
    public ErrorNode<TSize> Share()
    {
        Estimate = Estimate.Shared();
        return new(Estimate, [.. _error]);
    }

    /// <summary>Fuses what another told, seen through a measurement of the difference that has fresh noise of its own.</summary>
    public void Fuse(ErrorNode<TSize> told, ErrorNoises noises, double deviation) => Update(Matrices.Identity<TSize>(), noises, deviation, told);

    private static Matrix<One, TSize> Axis()
    {
        var axis = default(Matrix<One, TSize>);
        axis[0, 0] = 1;
        return axis;
    }

    private static void Add(List<Matrix<TSize, One>> error, int noise, Matrix<TSize, One> factor)
    {
        while (error.Count <= noise)
            error.Add(default);
        error[noise] += factor;
    }

    private void Update<TMeasured>(Matrix<TMeasured, TSize> jacobian, ErrorNoises noises, double deviation, ErrorNode<TSize>? told)
        where TMeasured : struct, IDimension
    {
        var fresh = deviation * deviation * Matrices.Identity<TMeasured>();
        var correlated = told is null ? default : jacobian.Carry(told.Estimate.Covariance);
        Assert.True(SplitCovarianceIntersection.TryUpdate(
            Estimate, new SplitMeasurement<TSize, TMeasured>(default, jacobian, fresh, correlated), out var update));
        Estimate = update.Estimate;

        var rest = Matrices.Identity<TSize>() - update.Gain.Times(jacobian);
        _error = _error.ConvertAll(factor => rest.Times(factor));
        for (var noise = 0; told is not null && noise < told._error.Count; noise++)
            Add(_error, noise, update.Gain.Times(jacobian.Times(told._error[noise])));
        for (var axis = 0; axis < TMeasured.Count; axis++)
        {
            var factor = default(Matrix<TMeasured, One>);
            factor[axis, 0] = deviation;
            Add(_error, noises.Next(), update.Gain.Times(factor));
        }
    }
}

using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>Linear least squares of few unknowns, drawn towards what is likely where the data says little.</summary>
internal static class LinearFit
{
    /// <param name="rows">Of each equation, the factors of the unknowns and what they should come to, with errors of variance 1.</param>
    /// <param name="likely">What the unknowns are without data, within <paramref name="deviations"/>.</param>
    public static Matrix<TSize, One> Solve<TSize>(
        IEnumerable<(Matrix<TSize, One> Factors, double Value)> rows, Matrix<TSize, One> likely, Matrix<TSize, One> deviations)
        where TSize : struct, IDimension
    {
        var normal = default(Matrix<TSize, TSize>);
        var right = default(Matrix<TSize, One>);
        for (var i = 0; i < TSize.Count; i++)
        {
            normal[i, i] = 1 / (deviations[i, 0] * deviations[i, 0]);
            right[i, 0] = normal[i, i] * likely[i, 0];
        }

        foreach (var (factors, value) in rows)
        {
            normal += factors.Times(factors.Transposed);
            right += value * factors;
        }

        return Matrices.TryFactor(normal, out var cholesky)
            ? cholesky.Solve(right)
            : throw new ArgumentException("the factors are not finite", nameof(rows));
    }
}

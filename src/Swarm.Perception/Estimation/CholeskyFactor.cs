namespace Swarm.Perception;

/// <summary>The lower triangular factor L of a covariance L Lᵀ.</summary>
public readonly struct CholeskyFactor<TSize>
    where TSize : struct, IDimension
{
    private readonly Matrix<TSize, TSize> _factor;

    internal CholeskyFactor(in Matrix<TSize, TSize> factor) => _factor = factor;

    /// <summary>The natural logarithm of the covariance's determinant.</summary>
    public double LogDeterminant
    {
        get
        {
            var product = 1.0;
            for (var i = 0; i < TSize.Count; i++)
                product *= _factor[i, i];
            return 2 * Math.Log(product);
        }
    }

    /// <summary>The X of L Lᵀ X = <paramref name="right"/>.</summary>
    public Matrix<TSize, TColumns> Solve<TColumns>(in Matrix<TSize, TColumns> right)
        where TColumns : struct, IDimension
    {
        var x = right;
        for (var column = 0; column < TColumns.Count; column++)
        {
            for (var row = 0; row < TSize.Count; row++)
            {
                var sum = x[row, column];
                for (var k = 0; k < row; k++)
                    sum -= _factor[row, k] * x[k, column];
                x[row, column] = sum / _factor[row, row];
            }

            for (var row = TSize.Count - 1; row >= 0; row--)
            {
                var sum = x[row, column];
                for (var k = row + 1; k < TSize.Count; k++)
                    sum -= _factor[k, row] * x[k, column];
                x[row, column] = sum / _factor[row, row];
            }
        }

        return x;
    }

    /// <summary>rᵀ (L Lᵀ)⁻¹ r: the squared Mahalanobis distance of a residual.</summary>
    public double SquaredDistance(in Matrix<TSize, One> residual) => residual.Transposed.Times(Solve(residual))[0, 0];
}

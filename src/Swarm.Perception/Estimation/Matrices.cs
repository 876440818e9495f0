using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Square matrices, and the domain's covariances as matrices.</summary>
public static class Matrices
{
    public static Matrix<TSize, TSize> Identity<TSize>()
        where TSize : struct, IDimension
    {
        var result = default(Matrix<TSize, TSize>);
        for (var i = 0; i < TSize.Count; i++)
            result[i, i] = 1;
        return result;
    }

    /// <summary>The triangular factor; false where the matrix is not finite or not positive definite.</summary>
    public static bool TryFactor<TSize>(in Matrix<TSize, TSize> covariance, out CholeskyFactor<TSize> cholesky)
        where TSize : struct, IDimension
    {
        var factor = default(Matrix<TSize, TSize>);
        cholesky = default;
        for (var row = 0; row < TSize.Count; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var sum = covariance[row, column];
                for (var k = 0; k < column; k++)
                    sum -= factor[row, k] * factor[column, k];

                if (row != column)
                    factor[row, column] = sum / factor[column, column];
                else if (sum > 0 && double.IsFinite(sum))
                    factor[row, row] = Math.Sqrt(sum);
                else
                    return false;
            }
        }

        cholesky = new(factor);
        return true;
    }

    public static double Trace<TSize>(in Matrix<TSize, TSize> matrix)
        where TSize : struct, IDimension
    {
        var sum = 0.0;
        for (var i = 0; i < TSize.Count; i++)
            sum += matrix[i, i];
        return sum;
    }

    public static Matrix<TSize, TSize> Diagonal<TSize>(params ReadOnlySpan<double> elements)
        where TSize : struct, IDimension
    {
        var result = default(Matrix<TSize, TSize>);
        for (var i = 0; i < TSize.Count; i++)
            result[i, i] = elements[i];
        return result;
    }

    public static Matrix<TSize, One> Column<TSize>(params ReadOnlySpan<double> elements)
        where TSize : struct, IDimension
    {
        var result = default(Matrix<TSize, One>);
        for (var i = 0; i < TSize.Count; i++)
            result[i, 0] = elements[i];
        return result;
    }

    public static Matrix<Two, Two> ToMatrix(this Covariance2 covariance) => Symmetric<Two>(covariance.XX, covariance.XY, covariance.YY);

    public static Matrix<Three, Three> ToMatrix(this PoseCovariance p) => Symmetric<Three>(p.XX, p.XY, p.YY, p.XYaw, p.YYaw, p.YawYaw);

    public static Matrix<Four, Four> ToMatrix(this KinematicCovariance p) =>
        Symmetric<Four>(p.XX, p.XY, p.YY, p.XVx, p.YVx, p.VxVx, p.XVy, p.YVy, p.VxVy, p.VyVy);

    public static PoseCovariance ToPoseCovariance(this in Matrix<Three, Three> p) => new(p[0, 0], p[1, 0], p[2, 0], p[1, 1], p[2, 1], p[2, 2]);

    public static KinematicCovariance ToKinematicCovariance(this in Matrix<Four, Four> p) =>
        new(p[0, 0], p[1, 0], p[2, 0], p[3, 0], p[1, 1], p[2, 1], p[3, 1], p[2, 2], p[3, 2], p[3, 3]);

    /// <summary>From the lower triangle, row by row.</summary>
    private static Matrix<TSize, TSize> Symmetric<TSize>(params ReadOnlySpan<double> lower)
        where TSize : struct, IDimension
    {
        var result = default(Matrix<TSize, TSize>);
        var next = 0;
        for (var row = 0; row < TSize.Count; row++)
        {
            for (var column = 0; column <= row; column++)
                result[row, column] = result[column, row] = lower[next++];
        }

        return result;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>The lower triangular factor L of a 4×4 covariance L Lᵀ, row by row, on the stack.</summary>
[InlineArray(10)]
internal struct Cholesky4
{
    private double _first;

    /// <summary>False where the covariance is not finite or not positive definite.</summary>
    public static bool TryFactor(in KinematicCovariance p, out Cholesky4 factor)
    {
        ReadOnlySpan<double> lower = [p.XX, p.XY, p.YY, p.XVx, p.YVx, p.VxVx, p.XVy, p.YVy, p.VxVy, p.VyVy];
        factor = default;
        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var sum = lower[At(row, column)];
                for (var k = 0; k < column; k++)
                    sum -= factor[At(row, k)] * factor[At(column, k)];

                if (row != column)
                    factor[At(row, column)] = sum / factor[At(column, column)];
                else if (sum > 0 && double.IsFinite(sum))
                    factor[At(row, row)] = Math.Sqrt(sum);
                else
                    return false;
            }
        }

        return true;
    }

    /// <summary>L z for four standard normal numbers, several samples at once: draws from the distribution, as (x, y, vx, vy).</summary>
    public readonly (Vector<double> X, Vector<double> Y, Vector<double> Vx, Vector<double> Vy) Draw(
        Vector<double> z0, Vector<double> z1, Vector<double> z2, Vector<double> z3) => (
        this[0] * z0,
        (this[1] * z0) + (this[2] * z1),
        (this[3] * z0) + (this[4] * z1) + (this[5] * z2),
        (this[6] * z0) + (this[7] * z1) + (this[8] * z2) + (this[9] * z3));

    private static int At(int row, int column) => (row * (row + 1) / 2) + column;
}

namespace Swarm.Messaging;

/// <summary>Tells whether a symmetric matrix is positive semidefinite.</summary>
internal static class Semidefinite
{
    /// <summary>
    /// Of the largest diagonal element: senders round their numbers, and a covariance of rank one then comes out a little negative.
    /// </summary>
    private const double Tolerance = 1e-6;

    /// <summary>
    /// By symmetric elimination (the LDLᵀ form of Cholesky's; Golub and Van Loan, Matrix Computations, 4th ed., section 4.2): no pivot may be
    /// negative, and where a pivot is zero so must be the rest of its column.
    /// </summary>
    /// <param name="matrix">Row by row, <paramref name="size"/> squared, at most 4 × 4; finite.</param>
    public static bool IsPositive(ReadOnlySpan<double> matrix, int size)
    {
        Span<double> a = stackalloc double[16];
        matrix.CopyTo(a);

        var scale = 0.0;
        for (var i = 0; i < size; i++)
            scale = Math.Max(scale, a[(i * size) + i]);

        var slack = scale * Tolerance;
        for (var k = 0; k < size; k++)
        {
            var pivot = a[(k * size) + k];
            if (pivot < -slack)
                return false;

            for (var i = k + 1; i < size; i++)
            {
                var below = a[(i * size) + k];
                if (pivot <= slack)
                {
                    // A symmetric 2×2 block [[p, b], [b, d]] needs b² ≤ p d.
                    if (below * below > (Math.Max(pivot, 0) + slack) * (Math.Max(a[(i * size) + i], 0) + slack))
                        return false;

                    continue;
                }

                for (var j = k + 1; j < size; j++)
                    a[(i * size) + j] -= below * a[(k * size) + j] / pivot;
            }
        }

        return true;
    }
}

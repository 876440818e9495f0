namespace Swarm.Evaluation;

/// <summary>
/// Logistic regression: the weights under which what happened is likeliest, by Newton's method (McCullagh and Nelder, <i>Generalized Linear
/// Models</i>, 1989, section 4.4).
/// </summary>
internal static class LogisticRegression
{
    /// <summary>On half the squared weights: so little that it only keeps the equations solvable where two features say the same.</summary>
    private const double Ridge = 1e-6;
    private const double Tolerance = 1e-9;
    private const int MaxIterations = 50;

    /// <param name="rows">The features of each sample, as many in each, and whether it happened.</param>
    /// <exception cref="ArgumentException">There are no samples, or they do not determine weights.</exception>
    public static double[] Fit(IReadOnlyList<(double[] Features, bool Happened)> rows)
    {
        if (rows.Count == 0)
            throw new ArgumentException("there is nothing to fit to", nameof(rows));
        var weights = new double[rows[0].Features.Length];
        for (var iteration = 0; iteration < MaxIterations; iteration++)
        {
            var step = Step(rows, weights);
            for (var i = 0; i < weights.Length; i++)
                weights[i] += step[i];
            if (step.All(change => Math.Abs(change) < Tolerance))
                return weights;
        }

        throw new ArgumentException($"the weights do not settle in {MaxIterations} steps: one feature may tell all", nameof(rows));
    }

    public static double Probability(ReadOnlySpan<double> weights, ReadOnlySpan<double> features)
    {
        var logOdds = 0.0;
        for (var i = 0; i < weights.Length; i++)
            logOdds += weights[i] * features[i];
        return 1 / (1 + Math.Exp(-logOdds));
    }

    /// <summary>The mean negative logarithm of the probability given to what came true, natural.</summary>
    public static double LogLoss(IEnumerable<(double Probability, bool Happened)> predictions)
    {
        // A detector that says 0 or 1 and is wrong must not cost all there is.
        const double least = 1e-6;
        return predictions.Average(one => -Math.Log(Math.Max(least, one.Happened ? one.Probability : 1 - one.Probability)));
    }

    private static double[] Step(IReadOnlyList<(double[] Features, bool Happened)> rows, double[] weights)
    {
        var size = weights.Length;
        var curvature = new double[size, size];
        var slope = new double[size];
        for (var i = 0; i < size; i++)
        {
            curvature[i, i] = Ridge;
            slope[i] = -Ridge * weights[i];
        }

        foreach (var (features, happened) in rows)
        {
            var probability = Probability(weights, features);
            var (residual, spread) = ((happened ? 1 : 0) - probability, probability * (1 - probability));
            for (var i = 0; i < size; i++)
            {
                slope[i] += residual * features[i];
                for (var j = 0; j <= i; j++)
                    curvature[i, j] += spread * features[i] * features[j];
            }
        }

        return Solve(curvature, slope);
    }

    /// <summary>Solves A x = b in place by the Cholesky factor of A, of which only the lower triangle is read.</summary>
    private static double[] Solve(double[,] a, double[] b)
    {
        for (var i = 0; i < b.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                for (var k = 0; k < j; k++)
                    a[i, j] -= a[i, k] * a[j, k];
                if (i == j && !(a[i, i] > 0))
                    throw new ArgumentException($"feature {i} is not finite, or follows from those before it", nameof(a));
                a[i, j] = i == j ? Math.Sqrt(a[i, i]) : a[i, j] / a[j, j];
                b[i] -= j < i ? a[i, j] * b[j] : 0;
            }

            b[i] /= a[i, i];
        }

        for (var i = b.Length - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < b.Length; k++)
                b[i] -= a[k, i] * b[k];
            b[i] /= a[i, i];
        }

        return b;
    }
}

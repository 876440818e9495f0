namespace Swarm.Evaluation;

/// <summary>
/// Makes of a track's existence how often such tracks are true: a line in log odds (Platt, "Probabilistic outputs for support vector machines", in
/// <i>Advances in Large Margin Classifiers</i>, 1999). It keeps the order of tracks.
/// </summary>
/// <param name="Offset">In log odds.</param>
/// <param name="Slope">Of log odds, above 0.</param>
public sealed record ExistenceCalibration(double Offset, double Slope)
{
    /// <summary>Beyond this and what it leaves to 1 an existence says no more.</summary>
    private const double Least = 0.001;

    private static readonly double[] None = [0, 1];

    public double ProbabilityOf(double existence) => LogisticRegression.Probability([Offset, Slope], Features(existence));

    /// <param name="samples">Existence of boxes, and whether each was true.</param>
    /// <exception cref="DataException">They do not determine a line.</exception>
    internal static ExistenceCalibration Fit(IReadOnlyList<(double Existence, bool IsTrue)> samples)
    {
        try
        {
            var weights = LogisticRegression.Fit([.. samples.Select(one => (Features(one.Existence), one.IsTrue))]);
            return new(Math.Round(weights[0], 4), Math.Round(weights[1], 4));
        }
        catch (ArgumentException exception)
        {
            throw new DataException($"the existence of {samples.Count} boxes cannot be fitted to: {exception.Message}");
        }
    }

    internal static double LogLoss(IReadOnlyList<(double Existence, bool IsTrue)> samples, ExistenceCalibration? calibration) =>
        Math.Round(
            LogisticRegression.LogLoss(samples.Select(one => (
                LogisticRegression.Probability(calibration is { } line ? [line.Offset, line.Slope] : None, Features(one.Existence)), one.IsTrue))),
            4);

    private static double[] Features(double existence)
    {
        var bounded = Math.Clamp(existence, Least, 1 - Least);
        return [1, Math.Log(bounded / (1 - bounded))];
    }
}

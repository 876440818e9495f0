namespace Swarm.Evaluation;

/// <summary>A calibration fitted to the tracks of one input, and how well it fits.</summary>
/// <param name="Boxes">Of tracks, that it was fitted to.</param>
/// <param name="True">Of these, those near a label.</param>
/// <param name="LogLossOfExistence">Of existence taken for the probability as it is, natural logarithm.</param>
/// <param name="LogLoss">Of the calibrated probability, on the same boxes.</param>
public sealed record FittedExistence(int Boxes, int True, double LogLossOfExistence, double LogLoss, ExistenceCalibration Calibration)
{
    /// <exception cref="DataException">There is too little to fit to.</exception>
    internal static FittedExistence Of(IReadOnlyList<(double Existence, bool IsTrue)> samples)
    {
        var calibration = ExistenceCalibration.Fit(samples);
        return new(
            samples.Count,
            samples.Count(one => one.IsTrue),
            ExistenceCalibration.LogLoss(samples, calibration: null),
            ExistenceCalibration.LogLoss(samples, calibration),
            calibration);
    }
}

namespace Swarm.Evaluation;

/// <summary>A model fitted to what one car detected, and how well it fits.</summary>
/// <param name="Detections">That it was fitted to.</param>
/// <param name="True">Of these, those paired with a label; the noise is fitted to them.</param>
/// <param name="LogLossOfScores">Of the detector's own scores taken for probabilities, natural logarithm.</param>
/// <param name="LogLoss">Of the fitted probabilities, on the same detections.</param>
public sealed record FittedDetector(int Detections, int True, double LogLossOfScores, double LogLoss, DetectorModel Model);

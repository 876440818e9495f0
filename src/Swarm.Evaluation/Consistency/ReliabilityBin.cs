namespace Swarm.Evaluation;

/// <summary>The boxes whose score is in one range.</summary>
/// <param name="From">Inclusive; the last range includes 1 as well.</param>
/// <param name="Predicted">The mean of their scores; not a number where there are none.</param>
/// <param name="Observed">The share of them that is true; not a number where there are none.</param>
public sealed record ReliabilityBin(double From, double To, int Boxes, double Predicted, double Observed);

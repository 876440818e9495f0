namespace Swarm.Inference;

/// <summary>How a candidate's verdicts compared with those of the model that was active.</summary>
/// <param name="Ticks">Live inputs that both answered.</param>
/// <param name="Differed">Of them, the share by more than the tolerance.</param>
/// <param name="MeanDifference">The candidate's less the active model's, over all; in the verdict's unit.</param>
/// <param name="LargestDifference">Either way.</param>
public readonly record struct ShadowFigures(long Ticks, double Differed, double MeanDifference, double LargestDifference);

namespace Swarm.Cli;

/// <summary>What a decision costs.</summary>
/// <param name="Nanoseconds">Deciding and settling, three tiers, on the mean.</param>
/// <param name="Bytes">Allocated for each.</param>
internal sealed record DecisionFigures(string Rule, double Nanoseconds, double Bytes);

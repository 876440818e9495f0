namespace Swarm.Cli;

/// <summary>Figure 2, regret: one rule over 10,000 requests.</summary>
/// <param name="Loss">For each request, on the mean.</param>
/// <param name="Regret">Loss beyond that of the best fixed pair of thresholds in hindsight, as a share of it; below 0 where the rule does better.</param>
internal sealed record RegretRow(string Scenario, string Rule, double Loss, double Regret, double AskedShare);

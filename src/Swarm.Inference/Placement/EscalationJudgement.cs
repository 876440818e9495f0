namespace Swarm.Inference;

/// <summary>What a rule thinks of a local answer.</summary>
/// <param name="LossAtMost">What acting on it may cost, from 0 (surely right) to 1.</param>
/// <param name="Propensity">The chance with which the rule would have had the answer escalated: learning divides by it. 1 for a rule without chance.</param>
public readonly record struct EscalationJudgement(double LossAtMost, double Propensity);

namespace Swarm.Inference;

/// <summary>
/// Escalates a given share of the requests: those with the least confidence. The threshold is the share's quantile of what has been asked lately, followed by gradient steps on
/// the quantile's loss (Robbins and Monro 1951; as online gradient descent, regret O(√T): Zinkevich 2003). For where the share is what is scarce, and what a confidence
/// is worth cannot be learnt in time.
/// </summary>
/// <param name="share">From 0 to 1.</param>
/// <param name="step">How far the threshold moves with a request, in units of doubt, which is 1 / confidence − 1.</param>
public sealed class DoubtQuantileRule(double share, double step = 0.2) : IEscalationRule
{
    /// <summary>Less doubt than this is never worth asking.</summary>
    private const double Least = 0.05;

    /// <summary>The doubt from which on an answer is escalated.</summary>
    public double Threshold { get; private set; } = 1;

    public EscalationJudgement Judge(in LocalSummary local)
    {
        var doubt = local.Confidence > 0 ? (1 / local.Confidence) - 1 : double.MaxValue;
        var isDoubtful = doubt >= Threshold;
        Threshold = Math.Max(Least, Threshold + (step * ((isDoubtful ? 1 : 0) - share)));
        return new EscalationJudgement(isDoubtful ? 1 : 0, 1);
    }

    /// <summary>Nothing is learnt from answers.</summary>
    public void Settle(in LocalSummary local, in EscalationJudgement judgement, double cost, double? loss)
    {
    }
}

namespace Swarm.Inference;

/// <summary>Learns online which local answers are worth a second opinion. Fixed space; judging allocates nothing. Not thread-safe.</summary>
public interface IEscalationRule
{
    EscalationJudgement Judge(in LocalSummary local);

    /// <summary>Ends a round: what came of a local answer that was judged.</summary>
    /// <param name="cost">What escalating it cost, or would have, in units of loss.</param>
    /// <param name="loss">How wrong the local answer was by the better one, from 0 to 1, whether that came in time or late; null where none came.</param>
    void Settle(in LocalSummary local, in EscalationJudgement judgement, double cost, double? loss);
}

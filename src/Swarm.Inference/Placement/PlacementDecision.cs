namespace Swarm.Inference;

/// <summary>Where a request goes, and the figures behind it.</summary>
/// <param name="Tier">Index of the tier to ask; -1 for none.</param>
/// <param name="Variant">Index of its variant.</param>
/// <param name="HedgeTier">Index of the tier to ask if the first has not answered after <paramref name="HedgeAfter"/>; -1 for none.</param>
/// <param name="HedgeAfter">From the sending to the first tier.</param>
/// <param name="ShareInTime">The chance that the first tier answers in time.</param>
/// <param name="Gain">Loss that asking is expected to spare, at most.</param>
/// <param name="Cost">What asking costs, in units of loss.</param>
/// <param name="Judgement">Of the rule; goes back to it when it is known what came of it.</param>
public readonly record struct PlacementDecision(
    PlacementReason Reason,
    int Tier,
    int Variant,
    int HedgeTier,
    int HedgeVariant,
    TimeSpan HedgeAfter,
    double ShareInTime,
    double Gain,
    double Cost,
    EscalationJudgement Judgement)
{
    public bool IsEscalated => Tier >= 0;

    internal static PlacementDecision Local(PlacementReason reason, double gain, double cost, EscalationJudgement judgement) =>
        new(reason, -1, 0, -1, 0, TimeSpan.Zero, 0, gain, cost, judgement);
}

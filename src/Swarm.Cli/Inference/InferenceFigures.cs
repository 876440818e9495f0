using System.Text.Json.Serialization;

namespace Swarm.Cli;

/// <summary>What <c>swarm bench inference</c> finds. Figures of frames are null where there are no frames or no model.</summary>
/// <param name="RecallRatio">Recall of the placement, by that of always asking the largest size.</param>
/// <param name="HindsightRecall">What perfect hindsight reaches with the same share of frames.</param>
/// <param name="Regret">The largest of the default rule's over the scenarios.</param>
/// <param name="EnergyRatio">Raspberry Pi 3 over Wi-Fi.</param>
internal sealed record InferenceFigures(
    int DeadlineMisses,
    int Ticks,
    double? RecallRatio,
    double? OffloadedShare,
    int? MissedPersons,
    double? HindsightRecall,
    double? Regret,
    [property: JsonPropertyName("hedgeP99_9Ratio")] double HedgeRatio,
    double ExtraRequests,
    double? EnergyRatio,
    DeadlineFigures Deadlines,
    IReadOnlyList<LadderRow> Ladder,
    IReadOnlyList<RegretRow> Regrets,
    HedgeFigures Hedging,
    IReadOnlyList<EnergyRow> Energy,
    IReadOnlyList<DecisionFigures> Decisions);

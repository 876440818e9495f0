using Swarm.Inference;

namespace Swarm.Cli;

/// <summary>Runs all figures of placement.</summary>
internal static class InferenceBench
{
    private const int Requests = 10_000;

    /// <param name="trace">Null where there are no frames.</param>
    public static InferenceFigures Run(FrameTrace? trace, bool quick, Screen screen, CancellationToken cancellationToken)
    {
        screen.Say("deadlines while tiers fail");
        var deadlines = DeadlineBench.Run(1_000_000, cancellationToken);
        screen.Say("hedging");
        var hedging = HedgeBench.Run(quick ? 50_000 : 200_000, cancellationToken);
        DecisionFigures[] decisions =
        [
            DecisionBench.Run("confidence bounds", new ConfidenceBoundRule()),
            DecisionBench.Run("threshold pairs", new ThresholdPairRule()),
            DecisionBench.Run("doubt quantile", new DoubtQuantileRule(0.3)),
        ];
        if (trace is null)
        {
            return new InferenceFigures(
                deadlines.Misses, deadlines.Ticks, null, null, null, null, null, hedging.Ratio, hedging.ExtraRequests, null, deadlines, [], [], hedging, [], decisions);
        }

        screen.Say("frames");
        var ladder = new LadderBench(trace);
        RegretRow[] regrets = [.. RegretBench.Steady(ladder, Requests).Run(), .. RegretBench.Changing(ladder, Requests).Run()];
        var rows = ladder.Run();
        var placed = rows.Single(row => row.Name == LadderBench.Placed);
        var alone = trace.Sizes.First(size => size == trace.Sizes[^1] || ladder.RecallOf(size) >= placed.Recall);
        var energy = EnergyModel.Rows(
            placed.OffloadedShare, trace.MeanBytes, trace.LeastMilliseconds(alone) / trace.LeastMilliseconds(trace.Sizes[0]));
        return new InferenceFigures(
            deadlines.Misses,
            deadlines.Ticks,
            placed.Recall,
            placed.OffloadedShare,
            placed.MissedPersons,
            rows.Single(row => row.Name == LadderBench.InHindsight).Recall,
            regrets.Where(row => row.Rule == RegretBench.Default).Max(row => row.Regret),
            hedging.Ratio,
            hedging.ExtraRequests,
            energy[0].Ratio,
            deadlines,
            rows,
            regrets,
            hedging,
            energy,
            decisions);
    }
}

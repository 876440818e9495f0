using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Swarm.Cli;

/// <summary>Lays out the figures of <c>swarm bench inference</c>.</summary>
internal static class InferenceTables
{
    public static IEnumerable<IRenderable> Of(InferenceFigures figures)
    {
        yield return Deadlines(figures.Deadlines);
        if (figures.Ladder.Count > 0)
        {
            yield return Ladder(figures.Ladder);
            yield return Regrets(figures.Regrets);
            yield return Energy(figures.Energy);
        }

        yield return Hedging(figures.Hedging);
        yield return Decisions(figures.Decisions);
    }

    private static Table Deadlines(DeadlineFigures figures) => Table("1. deadlines while tiers fail", "ticks", "missed", "escalated", "improved", "late", "refused", "missed with waiting retries", "p99 of asking, µs")
        .AddRow(
            Figure.Of(figures.Ticks),
            Figure.Of(figures.Misses),
            Figure.Of(figures.Escalated),
            Figure.Of(figures.Improved),
            Figure.Of(figures.Late),
            Figure.Of(figures.Refused),
            Figure.Of(figures.RetryMisses),
            Number(figures.WallP99Microseconds));

    private static Table Ladder(IReadOnlyList<LadderRow> rows)
    {
        var table = Table("2. real frames", "which frames leave", "recall", "leave", "missed persons", "false alarms a frame");
        foreach (var row in rows)
            table.AddRow(Markup.Escape(row.Name), Share(row.Recall), Share(row.OffloadedShare), Figure.Of(row.MissedPersons), Number(row.FalseAlarms));
        return table;
    }

    private static Table Regrets(IReadOnlyList<RegretRow> rows)
    {
        var table = Table("2. regret", "rule", "loss", "regret", "asked");
        foreach (var row in rows)
            table.AddRow($"{row.Scenario}: {row.Rule}", row.Loss.ToString("0.0000", CultureInfo.InvariantCulture), Share(row.Regret), Share(row.AskedShare));
        return table;
    }

    private static Table Hedging(HedgeFigures figures) => Table("3. hedging", "requests", "median ms", "p99.9 ms alone", "p99.9 ms hedged", "times lower", "extra requests").AddRow(
        Figure.Of(figures.Requests),
        Number(figures.AloneMedian),
        Number(figures.AloneMilliseconds),
        Number(figures.HedgedMilliseconds),
        Number(figures.Ratio),
        Share(figures.ExtraRequests));

    private static Table Energy(IReadOnlyList<EnergyRow> rows)
    {
        var table = Table("4. joules of the device for a frame, modelled", "device", "placed", "alone at no less recall", "ratio");
        foreach (var row in rows)
        {
            table.AddRow(
                row.Device,
                row.PlacedJoules.ToString("0.000", CultureInfo.InvariantCulture),
                row.AloneJoules.ToString("0.000", CultureInfo.InvariantCulture),
                row.Ratio.ToString("0.00", CultureInfo.InvariantCulture));
        }

        return table;
    }

    private static Table Decisions(IReadOnlyList<DecisionFigures> rows)
    {
        var table = Table("a decision, three tiers of two variants", "rule", "ns", "bytes");
        foreach (var row in rows)
            table.AddRow(row.Rule, Number(row.Nanoseconds), row.Bytes.ToString("0.00", CultureInfo.InvariantCulture));
        return table;
    }

    private static Table Table(string title, params string[] columns)
    {
        var table = new Table().Title(title).AddColumn(columns[0]);
        foreach (var column in columns.Skip(1))
            table.AddColumn(new TableColumn(column).RightAligned());
        return table;
    }

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Share(double share) => $"{Number(100 * share)} %";
}

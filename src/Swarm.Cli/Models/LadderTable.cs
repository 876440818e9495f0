using System.Globalization;
using Spectre.Console;
using Swarm.Vision;

namespace Swarm.Cli;

/// <summary>Lays out the rungs of a detector's ladder.</summary>
internal static class LadderTable
{
    public static Table Of(string model, IReadOnlyList<LadderFigures> figures)
    {
        var table = new Table().Title(Markup.Escape($"{model}, {figures[0].Frames} frames, {figures[^1].Sure.Wanted} objects at {figures[^1].Size}")).AddColumn("size");
        foreach (var column in new[] { "ms median", "ms p95", "recall sure", "precision sure", "recall all", "precision all" })
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        foreach (var rung in figures)
        {
            table.AddRow(
                $"{rung.Size}",
                Number(rung.MedianMilliseconds),
                Number(rung.P95Milliseconds),
                Share(rung.Sure.Recall),
                Share(rung.Sure.Precision),
                Share(rung.All.Recall),
                Share(rung.All.Precision));
        }

        return table;
    }

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Share(double? share) => share is { } known ? $"{Number(100 * known)} %" : "–";
}

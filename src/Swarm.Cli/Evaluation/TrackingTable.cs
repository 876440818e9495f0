using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Swarm.Cli;

/// <summary>Lays the figures of trackers out: a table for each way of counting, false positives counted first, with a row each.</summary>
internal static class TrackingTable
{
    public static IRenderable Of(IReadOnlyList<TrackingFigures> rows) => new Rows(rows
        .GroupBy(row => (row.CountFalsePositives, row.MinOverlap))
        .OrderByDescending(group => group.Key.CountFalsePositives)
        .ThenBy(group => group.Key.MinOverlap)
        .Select(group => Table(Title(group.Key.CountFalsePositives, group.Key.MinOverlap), group)));

    private static string Title(bool countFalsePositives, double minOverlap) => string.Create(
        CultureInfo.InvariantCulture,
        $"overlap from {minOverlap:0.##}, {(countFalsePositives ? "every false positive counted" : "false positives forgiven as published")}");

    private static Table Table(string title, IEnumerable<TrackingFigures> rows)
    {
        var table = new Table().Title(Markup.Escape(title)).AddColumn("tracker").AddColumn(new TableColumn("input").NoWrap());
        foreach (var (name, _) in Columns())
            table.AddColumn(new TableColumn(name).RightAligned().NoWrap());
        foreach (var row in rows)
            table.AddRow([Markup.Escape(row.Tracker), Markup.Escape(row.Input), .. Columns().Select(column => Markup.Escape(column.Figure(row)))]);
        return table;
    }

    private static IEnumerable<(string Name, Func<TrackingFigures, string> Figure)> Columns() =>
    [
        ("AMOTA", row => Of(row.Amota)),
        ("sAMOTA", row => Of(row.ScaledAmota)),
        ("AMOTP", row => Of(row.Amotp)),
        ("MOTA", row => Of(row.Mota)),
        ("MOTP", row => Of(row.Motp)),
        ("IDS", row => Figure.Of(row.IdentitySwitches)),
        ("FRAG", row => Figure.Of(row.Fragmentations)),
        ("FP", row => Figure.Of(row.FalsePositives)),
        ("FN", row => Figure.Of(row.FalseNegatives)),
        ("HOTA", row => Of(row.Hota)),
        ("GOSPA", row => Of(row.Gospa, "0.00")),
        ("frames/s", row => Of(row.FramesPerSecond, "N0")),
    ];

    private static string Of(double? value, string format = "0.0000") => value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}

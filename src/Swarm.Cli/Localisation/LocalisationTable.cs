using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary>Lays localisation out: a table for each way to localise, with a row for each robot and one for the team.</summary>
internal static class LocalisationTable
{
    private static readonly string[] Names =
        ["map", "located", "RMSE m", "yaw °", "NEES (3)", "95 % band", "inside", "NEES (2)", "95 % band", "within 95 %", "time in band"];

    public static IRenderable Of(IReadOnlyList<LocalisationFigures> rows) => new Rows(rows
        .GroupBy(row => (Mapped: string.Join(" and ", row.Mapped), row.Method))
        .Select(group => Table($"{Title(group.Key.Method)}; {group.Key.Mapped} know the map", group)));

    private static string Title(MrClamMethod method) => method switch
    {
        MrClamMethod.DeadReckoning => "odometry alone",
        MrClamMethod.Alone => "each alone",
        MrClamMethod.Naive => "together, others taken for independent",
        MrClamMethod.Cooperative => "together, by split covariance intersection",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "no way to localise"),
    };

    private static Table Table(string title, IEnumerable<LocalisationFigures> rows)
    {
        var table = new Table().Title(Markup.Escape(title)).AddColumn("robot");
        foreach (var name in Names)
            table.AddColumn(new TableColumn(name).RightAligned().NoWrap());
        foreach (var row in rows)
            table.AddRow(Cells(row));
        return table;
    }

    private static string[] Cells(LocalisationFigures row) =>
    [
        row.Robot,
        row.KnowsMap is { } known ? (known ? "yes" : "no") : "",
        Of(row.Located, "0 %"),
        Of(row.PositionRmse, "0.000"),
        Of(row.YawRmse * 180 / Math.PI, "0.0"),
        Of(row.Nees, "0.00"),
        $"{Of(row.NeesLow, "0.00")}–{Of(row.NeesHigh, "0.00")}",
        row.NeesInside ? "yes" : "no",
        Of(row.PositionNees, "0.00"),
        $"{Of(row.PositionNeesLow, "0.00")}–{Of(row.PositionNeesHigh, "0.00")}",
        Of(row.Within95, "0 %"),
        row.Robot == LocalisationFigures.Team ? Of(row.TimeInside, "0 %") : "",
    ];

    private static string Of(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}

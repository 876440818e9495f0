using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Swarm.Cli;

/// <summary>Lays the ferry's figures out: GOSPA by input and scenario, then its parts over all.</summary>
internal static class FerryTable
{
    public static IRenderable Of(IReadOnlyList<FerryFigures> figures) => new Rows(ByScenario(figures), Parts(figures));

    private static Table ByScenario(IReadOnlyList<FerryFigures> figures)
    {
        var scenarios = figures.Select(row => row.Scenario).Distinct().ToList();
        var table = new Table().Title("GOSPA in metres by scenario").AddColumn("input");
        foreach (var scenario in scenarios)
            table.AddColumn(new TableColumn(scenario).RightAligned().NoWrap());
        foreach (var input in figures.GroupBy(row => row.Input))
            table.AddRow([input.Key, .. scenarios.Select(scenario => Of(input.Single(row => row.Scenario == scenario).Gospa, "0.00"))]);
        return table;
    }

    private static Table Parts(IReadOnlyList<FerryFigures> figures)
    {
        var table = new Table().Title("Its parts in m², over all").AddColumn("input");
        foreach (var column in new[] { "localisation", "missed", "false", "scans/s" })
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        foreach (var input in figures.GroupBy(row => row.Input))
        {
            var row = input.Last();
            table.AddRow(input.Key, Of(row.Localisation, "0.0"), Of(row.Missed, "0.0"), Of(row.False, "0.0"), Of(row.FramesPerSecond, "N0"));
        }

        return table;
    }

    private static string Of(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}

using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Swarm.Cli;

/// <summary>Lays out how a net answers: with and without each part of the reflex.</summary>
internal static class ReflexTrainingTable
{
    public static IRenderable Of(ReflexTrainingReport report)
    {
        var table = new Table()
            .Title(Markup.Escape($"seed {report.Seed}: taught with {Figure.Of(report.Encounters)} encounters, tried with {Figure.Of(report.Tests)}"))
            .AddColumn("with");
        foreach (var column in new[] { "false stops", "missed stops", "too fast", "allowed of what was right", "drives that touched", "metres a drive" })
            table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var drives in report.Drives)
        {
            var score = report.Scores.FirstOrDefault(score => score.With == drives.With);
            table.AddRow(
                drives.With,
                Share(score?.FalseStops),
                Share(score?.MissedStops),
                Share(score?.TooFast),
                Share(score?.Allowed),
                Share(drives.Touched),
                drives.Metres.ToString("0.00", CultureInfo.InvariantCulture));
        }

        return table;
    }

    private static string Share(double? share) => Figure.Of(100 * share, "%");
}

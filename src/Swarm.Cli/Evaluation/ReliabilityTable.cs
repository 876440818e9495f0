using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary>Lays out how far existence can be taken for a probability.</summary>
internal static class ReliabilityTable
{
    public static IRenderable Of(string input, Reliability reliability)
    {
        var table = new Table()
            .Title(Markup.Escape(string.Create(CultureInfo.InvariantCulture, $"{input}: expected error {reliability.ExpectedError:0.000}")))
            .AddColumn("existence");
        foreach (var name in new[] { "boxes", "predicted", "observed" })
            table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var bin in reliability.Bins.Where(bin => bin.Boxes > 0))
            table.AddRow($"{Of(bin.From, "0.0")}–{Of(bin.To, "0.0")}", Figure.Of(bin.Boxes), Of(bin.Predicted, "0.000"), Of(bin.Observed, "0.000"));
        return table;
    }

    private static string Of(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}

using System.Globalization;
using Spectre.Console;
using Swarm.Vision;

namespace Swarm.Cli;

/// <summary>Lays out what was found in pictures.</summary>
internal static class BoxTable
{
    public static Table Of(IReadOnlyList<LadderEntry> entries)
    {
        var table = new Table().AddColumn("picture").AddColumn("class");
        foreach (var column in new[] { "score", "left", "top", "right", "bottom" })
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        foreach (var entry in entries)
        {
            table.AddRow(Markup.Escape(entry.Frame), $"{entry.Boxes.Count} at {entry.Size} in {Number(entry.Milliseconds, "0.0")} ms");
            foreach (var box in entry.Boxes)
            {
                table.AddRow(
                    "", Markup.Escape(box.Name), Number(box.Score, "0.00"), Number(box.Box.Left), Number(box.Box.Top), Number(box.Box.Right), Number(box.Box.Bottom));
            }
        }

        return table;
    }

    private static string Number(double value, string format = "0") => value.ToString(format, CultureInfo.InvariantCulture);
}

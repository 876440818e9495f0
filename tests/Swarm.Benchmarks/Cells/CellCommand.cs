using System.CommandLine;

namespace Swarm.Benchmarks.Cells;

/// <summary><c>cell</c>: how long a tick of one busy cell takes.</summary>
internal static class CellCommand
{
    public static Command Create()
    {
        var devices = Number("--devices", "That send ten frames a second each", 50, 1, 500);
        var objects = Number("--objects", "That move among them", 40, 1, 500);
        var reach = new Option<double[]>("--reach")
        {
            Description = "Of the sensors, metres; at 150 every device sees everything",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [30, 150],
        };
        var delay = Number("--delay", "Most that a frame is under way, milliseconds", 30, 0, 400);
        var seconds = Number("--seconds", "That the grain is measured, after 10 s of warming up", 30, 1, 3_600);
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("cell", "Feeds the perception grain of one cell in a silo, in real time, and times its ticks")
        {
            devices, objects, reach, delay, seconds, json,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            var rows = new List<CellRow>();
            foreach (var metres in result.GetValue(reach)!)
            {
                rows.Add(await CellRun.MeasureAsync(
                    result.GetValue(devices), result.GetValue(objects), metres, result.GetValue(delay), result.GetValue(seconds), cancellationToken));
            }

            Print(rows, result.GetValue(json));
        });
        return command;
    }

    private static void Print(List<CellRow> rows, bool json)
    {
        if (json)
        {
            Report.Json("cell", new { }, rows);
            return;
        }

        Report.Table(
            rows,
            ("devices", row => Report.Number(row.Devices)),
            ("objects", row => Report.Number(row.Objects)),
            ("reach m", row => Report.Number(row.Reach)),
            ("delay ms", row => Report.Number(row.Delay)),
            ("objects a frame", row => Report.Number(row.ObjectsPerFrame, 1)),
            ("tracks", row => Report.Number(row.Tracks)),
            ("ticks", row => Report.Number(row.Tick.Count)),
            ("tick ms p50 / p99 / most", row => row.Tick.ToString()),
            ("CPU ms in the tick p50 / p99 / most", row => row.Core.ToString()),
            ("between ticks", row => row.Between.ToString()));
    }

    private static Option<int> Number(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var given && (given < least || given > most))
                result.AddError($"{name} {given} is not between {least} and {most}.");
        });
        return option;
    }
}

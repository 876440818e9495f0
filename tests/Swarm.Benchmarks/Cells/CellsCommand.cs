using System.CommandLine;
using System.Text.Json;

namespace Swarm.Benchmarks.Cells;

/// <summary><c>cells</c>: how many devices over many cells a silo serves, by the number of cores.</summary>
internal static class CellsCommand
{
    public static Command Create()
    {
        var devices = new Option<int>("--devices") { Description = "16 to a cell of 100 m", DefaultValueFactory = _ => 1_000 };
        var cores = new Option<int[]>("--cores")
        {
            Description = "Numbers of cores to measure with, by turns",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [1, Environment.ProcessorCount, 1, Environment.ProcessorCount],
        };
        cores.Validators.Add(result =>
        {
            if ((result.GetValueOrDefault<int[]>() ?? []).Any(count => count < 1 || count > Environment.ProcessorCount))
                result.AddError($"--cores is not between 1 and {Environment.ProcessorCount}.");
        });
        var seconds = new Option<double>("--seconds") { Description = "That each is measured", DefaultValueFactory = _ => 15 };
        var here = new Option<bool>("--here") { Description = "Measure in this process, with the cores that it has", Hidden = true };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("cells", "Has a silo take states and frames of many devices over many cells as fast as it can, ticks included")
        {
            devices, cores, seconds, here, json,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            var (fleet, time) = (result.GetValue(devices), result.GetValue(seconds));
            if (result.GetValue(here))
            {
                Console.WriteLine(JsonSerializer.Serialize(await CellsRun.MeasureAsync(fleet, time, cancellationToken)));
                Environment.Exit(0);
            }

            var rows = new List<CellsRow>();
            foreach (var count in result.GetValue(cores)!)
                rows.Add(await CellsProcess.MeasureAsync(count, fleet, time, cancellationToken));
            Print(rows, result.GetValue(json));
        });
        return command;
    }

    private static void Print(List<CellsRow> rows, bool json)
    {
        if (json)
        {
            Report.Json("cells", new { }, rows);
            return;
        }

        Report.Table(
            rows,
            ("cores", row => Report.Number(row.Cores)),
            ("devices", row => Report.Number(row.Devices)),
            ("cells", row => Report.Number(row.Cells)),
            ("frames/s", row => Report.Number(row.FramesPerSecond)),
            ("devices served at 10 Hz", row => Report.Number(row.DevicesServed)),
            ("cores used", row => Report.Number(row.CpuSeconds / row.Seconds, 2)),
            ("frames per CPU s", row => Report.Number(row.FramesPerCpuSecond)));
    }
}

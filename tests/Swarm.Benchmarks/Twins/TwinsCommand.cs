using System.CommandLine;
using System.Globalization;

namespace Swarm.Benchmarks.Twins;

/// <summary><c>twins</c>: what the grain of a device costs in memory and time.</summary>
internal static class TwinsCommand
{
    private const int Most = 1_000_000;

    public static Command Create()
    {
        var devices = new Option<int[]>("--devices")
        {
            Description = "Numbers of devices to measure",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [1_000, 10_000, 100_000],
        };
        devices.Validators.Add(result =>
        {
            foreach (var given in result.GetValueOrDefault<int[]>() ?? [])
            {
                if (given is < 1 or > Most)
                    result.AddError(string.Create(CultureInfo.InvariantCulture, $"--devices {given} is not between 1 and {Most}."));
            }
        });
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("twins", "Activates the grains of many devices, each with a birth, a factsheet and a state, and weighs them")
        {
            devices, json,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            var counts = result.GetValue(devices)!;
            await RunAsync(counts, result.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static async Task RunAsync(IReadOnlyList<int> counts, bool json, CancellationToken cancellationToken)
    {
        var rows = new List<TwinsRow>();
        foreach (var count in counts)
            rows.Add(await TwinsRun.MeasureAsync(count, cancellationToken));

        if (json)
        {
            Report.Json("twins", new { counts }, rows);
            return;
        }

        Report.Table(
            rows,
            ("devices", row => Report.Number(row.Devices)),
            ("kB each", row => Report.Number(row.BytesEach / 1000, 2)),
            ("s in all", row => Report.Number(row.Seconds, 2)),
            ("µs each", row => Report.Number(row.MicrosecondsEach, 1)),
            ("µs CPU each", row => Report.Number(row.CpuMicrosecondsEach, 1)));
    }
}

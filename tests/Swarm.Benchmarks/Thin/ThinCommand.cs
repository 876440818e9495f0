using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Swarm.Benchmarks.Ingest;
using Swarm.Messaging;

namespace Swarm.Benchmarks.Thin;

/// <summary>Thin devices at one silo: how soon the reflex in their twins answers, and what it costs.</summary>
internal static class ThinCommand
{
    /// <summary>Not measured: code is compiled, grains are activated.</summary>
    private const double WarmUp = 5;

    public static Command Create()
    {
        var devices = new Option<int[]>("--devices") { Description = "How many; several for several runs", DefaultValueFactory = _ => [100, 1000], AllowMultipleArgumentsPerToken = true };
        var seconds = new Option<double>("--seconds") { Description = "Of each run", DefaultValueFactory = _ => 20 };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("thin", "Thin devices at 10 Hz in one silo: latency from scan to verdict and cost of each") { devices, seconds, json };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetValue(devices)!, result.GetValue(seconds), result.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int[] counts, double seconds, bool json, CancellationToken cancellationToken)
    {
        var rows = new List<ThinFigures>();
        foreach (var count in counts)
        {
            Report.Progress($"{count} devices for {seconds} s");
            await using var site = await SiteSubject.StartAsync(external: null, count, watches: null);
            await MeasureAsync(site.Address, count, WarmUp, cancellationToken);
            rows.Add(await MeasureAsync(site.Address, count, seconds, cancellationToken));
        }

        if (json)
        {
            Report.Json("thin", new { seconds }, rows);
            return 0;
        }

        Report.Table(
            rows,
            ("devices", row => Report.Number(row.Devices)),
            ("scans/s", row => Report.Number(row.Scans / seconds)),
            ("in time", row => $"{Report.Number(100 * row.AnsweredInTime, 3)} %"),
            ("p50 / p99 / p99.9 / max, ms", row =>
                $"{Report.Number(row.P50, 1)} / {Report.Number(row.P99, 1)} / {Report.Number(row.P999, 1)} / {Report.Number(row.Max, 1)}"),
            ("site, µs a scan", row => Report.Number(row.SiteMicrosecondsPerScan, 1)),
            ("site, cores", row => Report.Number(row.SiteCores, 2)));
        return 0;
    }

    private static async Task<ThinFigures> MeasureAsync(BrokerAddress broker, int devices, double seconds, CancellationToken cancellationToken)
    {
        using var fleet = Start(broker, devices, seconds);
        try
        {
            await fleet.StandardOutput.ReadLineAsync(cancellationToken);
            var before = Usage.Now();
            await fleet.StandardInput.WriteLineAsync("go");
            var line = await fleet.StandardOutput.ReadLineAsync(cancellationToken)
                ?? throw new InvalidOperationException("The devices' process has ended before its time.");
            var used = Usage.Now() - before;
            var figures = JsonSerializer.Deserialize<ThinFigures>(line)!;
            await fleet.WaitForExitAsync(cancellationToken);
            return figures with { SiteMicrosecondsPerScan = used.Cpu.TotalMicroseconds / figures.Scans, SiteCores = used.Cpu.TotalSeconds / used.Seconds };
        }
        finally
        {
            if (!fleet.HasExited)
                fleet.Kill();
        }
    }

    private static Process Start(BrokerAddress broker, int devices, double seconds)
    {
        var program = Environment.ProcessPath!;
        string[] self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(ThinCommand).Assembly.Location] : [];
        string[] arguments = [.. self, "thin-fleet", "--port", Text(broker.Port), "--devices", Text(devices), "--seconds", Text(seconds)];
        return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}

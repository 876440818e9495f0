using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Swarm.Benchmarks.Cells;

/// <summary>Measures in a process of its own that may use so many cores: the runtime asks for them when it starts.</summary>
internal static class CellsProcess
{
    /// <exception cref="InvalidOperationException">There is no <c>taskset</c>, or the process failed.</exception>
    public static async Task<CellsRow> MeasureAsync(int cores, int devices, double seconds, CancellationToken cancellationToken)
    {
        Report.Progress($"{cores} cores");
        var program = Environment.ProcessPath!;
        string[] self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(CellsProcess).Assembly.Location] : [];
        var start = new ProcessStartInfo(
            "taskset",
            [
                "-c", cores == 1 ? "0" : Text($"0-{cores - 1}"), program, .. self,
                "cells", "--here", "--devices", Text($"{devices}"), "--seconds", Text($"{seconds}"),
            ])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("taskset did not start.");
        try
        {
            var row = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 && JsonSerializer.Deserialize<CellsRow>(row) is { } measured
                ? measured
                : throw new InvalidOperationException($"The measuring process ended with {process.ExitCode}.");
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

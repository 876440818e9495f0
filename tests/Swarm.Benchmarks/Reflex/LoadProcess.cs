using System.Diagnostics;
using System.Globalization;

namespace Swarm.Benchmarks.Reflex;

/// <summary>A process next door; it ends when it is disposed.</summary>
internal sealed class LoadProcess : IDisposable
{
    private readonly Process _process;

    private LoadProcess(params string[] arguments)
    {
        var program = Environment.ProcessPath!;
        string[] self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(LoadProcess).Assembly.Location] : [];
        _process = Process.Start(new ProcessStartInfo(program, [.. self, "load", .. arguments]) { RedirectStandardInput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
    }

    public static LoadProcess Computing() => new();

    public static LoadProcess Allocating(double megabytesPerSecond) => new("--garbage", megabytesPerSecond.ToString(CultureInfo.InvariantCulture));

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
            _process.Kill();
        _process.Dispose();
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Swarm.Hosting;

/// <summary>A running Garnet server on 127.0.0.1, in a session of its own: it outlives a killed silo and a Ctrl-C at the terminal.</summary>
internal sealed class GarnetProcess : IDisposable
{
    private const int Terminate = 15;

    /// <summary>How far the start time of a process may seem to have moved, as it is computed from the wall clock.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    private GarnetProcess(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <param name="program">Path of <c>GarnetServer.dll</c>.</param>
    /// <param name="port">To listen on.</param>
    /// <param name="folder">For its data and its log.</param>
    public static GarnetProcess Start(string program, int port, string folder)
    {
        // A file and not a pipe takes what it prints, since a pipe would end with the silo. It is deaf to the terminal's Ctrl-C, which
        // would end it before the silo has flushed, and where there is setsid also to the terminal's end.
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(DotnetHost()) { CreateNoWindow = true, CreateNewProcessGroup = true }
            : new ProcessStartInfo("/bin/sh")
            {
                ArgumentList =
                {
                    "-c",
                    """
                    log=$1; shift
                    trap '' INT QUIT
                    if command -v setsid >/dev/null; then set -- setsid "$@"; fi
                    exec "$@" >>"$log" 2>&1 </dev/null
                    """,
                    "sh", LogFile(folder), DotnetHost(),
                },
            };
        start.ArgumentList.Add(program);
        foreach (var argument in Arguments(port, folder)) start.ArgumentList.Add(argument);
        start.Environment["DOTNET_gcServer"] = "0";
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        return new GarnetProcess(process, port);
    }

    /// <summary>The server of a record, if it still runs. A process that merely was given the same id is not taken for it.</summary>
    public static GarnetProcess? Find(StoreRecord record, string folder)
    {
        Process process;
        try
        {
            process = Process.GetProcessById(record.ProcessId);
        }
        catch (ArgumentException)
        {
            return null;
        }

        if (IsServerOf(process, record, folder)) return new GarnetProcess(process, record.Port);
        process.Dispose();
        return null;
    }

    public static string LogFile(string folder) => Path.Combine(folder, "garnet.log");

    public StoreRecord ToRecord() => new(Id, Port, _process.StartTime);

    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Ends it. It has committed to disk whatever it acknowledged, so it may be killed where it does not go by itself.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (HasExited) return;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(StopPatience);
        try
        {
            if (OperatingSystem.IsWindows() || SendSignal(Id, Terminate) != 0) _process.Kill();
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _process.Kill();
            await _process.WaitForExitAsync(cancellationToken);
        }
    }

    public void Dispose() => _process.Dispose();

    private static IEnumerable<string> Arguments(int port, string folder) =>
    [
        "--bind", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture),
        "--lua", // Orleans' storage writes by script.
        "--aof", "--aof-commit-wait", "--recover", "--device-type", "RandomAccess",
        "--checkpointdir", folder, "--logdir", folder, "--storage-tier", // What does not fit in memory goes to disk rather than away.
        "--memory", "256m", "--page", "4m", "--segment", "64m", "--index", "4m", "--index-max-size", "64m",
        "--aof-memory", "32m", "--aof-page-size", "8m", "--aof-segment-size", "16m",
        "--aof-size-limit", "64m", // Past it a checkpoint is taken and the log cut, or it would grow for ever.
        "--logger-level", "Warning", "--file-logger", Path.Combine(folder, "garnet-warnings.log"),
    ];

    private static bool IsServerOf(Process process, StoreRecord record, string folder)
    {
        if (OperatingSystem.IsLinux())
        {
            // The command line is the better witness: start times move with the wall clock.
            var arguments = ReadCommandLine(process.Id);
            return arguments.Any(argument => Path.GetFileName(argument) == "GarnetServer.dll")
                && arguments.Contains(folder) && arguments.Contains(record.Port.ToString(CultureInfo.InvariantCulture));
        }

        return !process.HasExited && (process.StartTime - record.Started).Duration() < ClockTolerance;
    }

    private static string[] ReadCommandLine(int processId)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/cmdline").Split('\0');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone meanwhile, or somebody else's.
            return [];
        }
    }

    private static string DotnetHost()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var own = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(own) ? own : name;
    }

    [DllImport("libc", EntryPoint = "kill"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int processId, int signal);
}

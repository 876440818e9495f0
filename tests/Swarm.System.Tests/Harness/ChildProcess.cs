using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Swarm.SystemTests.Harness;

/// <summary>A process that a test has started, and that ends with the test. What it prints is shown when the test fails.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int Interrupt = 2;

    private readonly ConcurrentQueue<string> _printed = new();
    private readonly Process _process;

    public ChildProcess(string program, IEnumerable<string> arguments, string workingFolder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Name = Path.GetFileName(program);
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        _process.OutputDataReceived += OnPrinted;
        _process.ErrorDataReceived += OnPrinted;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Name { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public string Printed => string.Join('\n', _printed);

    /// <summary>As Ctrl-C does. Returns the exit code.</summary>
    public async Task<int> InterruptAsync()
    {
        Assert.Equal(0, SendSignal(Id, Interrupt));
        return await WaitForExitAsync();
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await WaitForExitAsync();
    }

    public async Task<int> WaitForExitAsync()
    {
        // The pipes stay open where a grandchild has inherited them, so that the exit alone is waited for.
        await Eventually.HoldsAsync(() => _process.HasExited, Patience.Stop, $"{Name} ends");
        return _process.ExitCode;
    }

    public ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed || TestContext.Current.TestState is null)
            TestContext.Current.TestOutputHelper?.WriteLine($"--- {Name} ({Id}) printed:\n{Printed}");
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    [DllImport("libc", EntryPoint = "kill"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int processId, int signal);

    private void OnPrinted(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null) _printed.Enqueue(line.Data);
    }
}

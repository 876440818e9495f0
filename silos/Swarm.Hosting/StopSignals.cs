using System.Runtime.InteropServices;

namespace Swarm.Hosting;

/// <summary>Ctrl-C and SIGTERM: the first one asks the site to stop, the second one kills the process.</summary>
internal sealed class StopSignals : IHostLifetime, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TextWriter _output;
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals(TextWriter output)
    {
        _output = output;
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal), PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal)];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext signal)
    {
        if (_stop.IsCancellationRequested) return;
        signal.Cancel = true;
        _output.WriteLine();
        _output.WriteLine("Stopping … (once more to kill)");
        _stop.Cancel();
    }
}

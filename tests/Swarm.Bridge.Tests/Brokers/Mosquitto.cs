using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Swarm.Messaging;

namespace Swarm.Bridge.Tests;

/// <summary>A mosquitto process on a free port of this machine.</summary>
internal sealed class Mosquitto : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _config;

    private Mosquitto(Process process, string config, int port)
    {
        _process = process;
        _config = config;
        Address = new BrokerAddress("127.0.0.1", port);
    }

    public BrokerAddress Address { get; }

    /// <summary>Starts it, or skips the test where it is not installed; on a CI machine that fails the test.</summary>
    public static async Task<Mosquitto> StartAsync()
    {
        var program = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, "mosquitto")).FirstOrDefault(File.Exists);
        if (program is null)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "mosquitto is not installed on the CI machine");
            Assert.Skip("mosquitto is not installed");
        }

        var port = FreePort();
        var config = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            config,
            $"""
            listener {port} 127.0.0.1
            allow_anonymous true
            persistence false
            max_inflight_messages 0
            max_queued_messages 0
            log_dest stderr
            """,
            Patience.Token);
        var process = Process.Start(new ProcessStartInfo(program, ["-c", config]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var running = new TaskCompletionSource();
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text && text.EndsWith("running", StringComparison.Ordinal))
                running.TrySetResult();
            else if (line.Data is null)
                running.TrySetException(new InvalidOperationException("mosquitto ended before it ran"));
        };
        process.BeginErrorReadLine();
        await running.Task.WaitAsync(Patience.Token);
        return new Mosquitto(process, config, port);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        File.Delete(_config);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

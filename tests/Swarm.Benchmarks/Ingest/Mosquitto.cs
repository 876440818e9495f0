using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Swarm.Messaging;

namespace Swarm.Benchmarks.Ingest;

/// <summary>A mosquitto process on a free port of this machine, as Debian configures it but for the port.</summary>
internal sealed class Mosquitto : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private Mosquitto(Process process, DirectoryInfo folder, int port) =>
        (_process, _folder, Address) = (process, folder, new BrokerAddress("127.0.0.1", port));

    /// <summary>Where the program is, or null. Debian puts it where only root's PATH looks.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Append("/usr/sbin").Select(folder => Path.Combine(folder, "mosquitto")).FirstOrDefault(File.Exists);

    public BrokerAddress Address { get; }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<Mosquitto> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("swarm-bench-");
        var port = FreePort();
        var config = Path.Combine(folder.FullName, "mosquitto.conf");
        await File.WriteAllTextAsync(config, $"listener {port} 127.0.0.1\nallow_anonymous true\npersistence false\nlog_dest none\n");
        var process = Process.Start(new ProcessStartInfo(Program!, ["-c", config]))!;
        var broker = new Mosquitto(process, folder, port);
        try
        {
            await broker.WaitAsync();
            return broker;
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();

        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task WaitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(Address.Host, Address.Port, patience.Token);
                return;
            }
            catch (SocketException) when (!_process.HasExited)
            {
                await Task.Delay(20, patience.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Swarm.Messaging;

namespace Swarm.Benchmarks.Publishing;

/// <summary>A publisher in a process of its own, so that its work and its garbage are not the site's.</summary>
internal sealed class PublisherProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private PublisherProcess(Process process) => _process = process;

    /// <summary>Starts it and waits until all devices are connected.</summary>
    /// <param name="rate">Messages a second of all devices together; 0 for as many as go.</param>
    public static async Task<PublisherProcess> StartAsync(BrokerAddress broker, int devices, int connections, double rate)
    {
        var program = Environment.ProcessPath!;
        string[] self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(PublisherProcess).Assembly.Location] : [];
        var start = new ProcessStartInfo(
            program,
            [
                .. self, "publish",
                "--port", Text(broker.Port), "--devices", Text(devices), "--connections", Text(connections), "--rate", Text(rate),
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var publisher = new PublisherProcess(Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start."));
        try
        {
            await publisher.ReadAsync();
            return publisher;
        }
        catch
        {
            await publisher.DisposeAsync();
            throw;
        }
    }

    public Task GoAsync() => _process.StandardInput.WriteLineAsync("go");

    public async Task<PublisherCount> CountAsync()
    {
        await _process.StandardInput.WriteLineAsync("count");
        return JsonSerializer.Deserialize<PublisherCount>(await ReadAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task<string> ReadAsync() =>
        await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience)
        ?? throw new InvalidOperationException("The publisher has ended before its time.");

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}

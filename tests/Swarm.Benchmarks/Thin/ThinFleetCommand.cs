using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using HdrHistogram;
using Swarm.Messaging;

namespace Swarm.Benchmarks.Thin;

/// <summary>The process of the devices, started by the benchmark itself: connects them, waits for a line, sends scans for a while, and prints its figures.</summary>
internal static class ThinFleetCommand
{
    private const double ScansPerSecond = 10;

    /// <summary>For what is under way at the end.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        var port = new Option<int>("--port") { Required = true };
        var devices = new Option<int>("--devices") { Required = true };
        var seconds = new Option<double>("--seconds") { Required = true };
        var command = new Command("thin-fleet", "Sends scans for another process of this program") { port, devices, seconds };
        command.Hidden = true;
        command.SetAction((result, cancellationToken) => RunAsync(
            new BrokerAddress("127.0.0.1", result.GetValue(port)), result.GetValue(devices), TimeSpan.FromSeconds(result.GetValue(seconds)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(BrokerAddress broker, int count, TimeSpan duration, CancellationToken cancellationToken)
    {
        var times = new LongConcurrentHistogram(1, 60_000_000, 3);
        var devices = new List<ThinDevice>();
        for (var i = 0; i < count; i++)
            devices.Add(await ThinDevice.OpenAsync(broker, i, times, cancellationToken));
        var reading = devices.ConvertAll(device => device.ReadAsync());
        Console.WriteLine("ready");
        await Console.In.ReadLineAsync(cancellationToken);

        await Task.Run(() => Send(devices, duration), cancellationToken);
        await Task.Delay(Grace, cancellationToken);
        var sent = devices.Sum(device => device.Sent);
        Console.WriteLine(JsonSerializer.Serialize(new ThinFigures(
            count, sent, devices.Sum(device => device.Answered) / (double)sent,
            At(times, 50), At(times, 99), At(times, 99.9), times.GetMaxValue() / 1000d)));
        devices.ForEach(device => device.Dispose());
        await Task.WhenAll(reading);
        return 0;
    }

    /// <summary>Each device by turns, evenly over time.</summary>
    private static void Send(List<ThinDevice> devices, TimeSpan duration)
    {
        var (start, ticksPerScan) = (Stopwatch.GetTimestamp(), Stopwatch.Frequency / (ScansPerSecond * devices.Count));
        for (long scan = 0; Stopwatch.GetElapsedTime(start) < duration; scan++)
        {
            while (Stopwatch.GetTimestamp() < start + (scan * ticksPerScan))
                Thread.Sleep(1);
            devices[(int)(scan % devices.Count)].SendScan();
        }
    }

    private static double At(HistogramBase times, double percent) => times.GetValueAtPercentile(percent) / 1000d;
}

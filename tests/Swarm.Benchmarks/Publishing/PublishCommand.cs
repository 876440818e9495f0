using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Swarm.Messaging;

namespace Swarm.Benchmarks.Publishing;

/// <summary>
/// The process that publishes, started by the benchmark itself and led over its standard input: <c>go</c>, <c>count</c>, and the end of
/// input, at which it stops. It also stops by itself after a few minutes.
/// </summary>
internal static class PublishCommand
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(5);

    public static Command Create()
    {
        var port = new Option<int>("--port") { Required = true };
        var devices = new Option<int>("--devices") { Required = true };
        var connections = new Option<int>("--connections") { Required = true };
        var rate = new Option<double>("--rate") { Description = "Messages a second of all devices together; 0 for as many as go" };
        var command = new Command("publish", "Publishes for another process of this program") { port, devices, connections, rate };
        command.Hidden = true;
        command.SetAction((result, cancellationToken) => RunAsync(
            new BrokerAddress("127.0.0.1", result.GetValue(port)),
            result.GetValue(devices),
            result.GetValue(connections),
            result.GetValue(rate),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(BrokerAddress broker, int devices, int connections, double rate, CancellationToken cancellationToken)
    {
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        life.CancelAfter(LongestLife);
        var lines = new List<DeviceLine>();
        for (var i = 0; i < connections; i++)
            lines.Add(await DeviceLine.OpenAsync(broker, [.. Enumerable.Range(0, devices).Where(device => device % connections == i)], life.Token));

        var draining = lines.Select(line => line.DrainAsync()).ToList();
        using var load = new Load(lines, rate);
        Console.WriteLine("ready");
        try
        {
            while (await Console.In.ReadLineAsync(life.Token) is { } line)
            {
                if (line == "go")
                    load.Start();
                else
                    Console.WriteLine(JsonSerializer.Serialize(Count(load)));
            }
        }
        catch (OperationCanceledException)
        {
            Report.Progress("The publisher has reached the end of its time.");
        }

        load.Stop();
        lines.ForEach(line => line.Dispose());
        await Task.WhenAll(draining);
        return 0;
    }

    private static PublisherCount Count(Load load)
    {
        using var self = Process.GetCurrentProcess();
        return new PublisherCount(load.Published, self.TotalProcessorTime.TotalSeconds);
    }
}

using System.CommandLine;

namespace Swarm.Benchmarks.Ingest;

/// <summary><c>ingest</c>: how many messages a site takes in, how fast, and at what cost, beside what the broker and the parser alone cost.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var broker = new Option<string>("--broker") { Description = "embedded, mosquitto or both", DefaultValueFactory = _ => "both" };
        broker.AcceptOnlyFromAmong("embedded", "mosquitto", "both");
        var into = new Option<string>("--into") { Description = "site, floor or both", DefaultValueFactory = _ => "both" };
        into.AcceptOnlyFromAmong("site", "floor", "both");
        var devices = Bounded("--devices", "Devices, each of which publishes state and detections by turns", 200, 1, 5000);
        var connections = Bounded("--connections", "Connections that the devices share; 0 for one each", 0, 0, 5000);
        var seconds = Bounded("--seconds", "Length of each phase", 10, 1, 60);
        var warmUp = Bounded("--warm-up", "Seconds under load before each phase", 5, 0, 30);
        var rate = Bounded("--rate", "Messages a second of all devices, at an even pace and without the phase at full speed; 0 for both phases", 0, 0, 1_000_000);
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("ingest", "Publishes from a process of its own through a broker into a site, and into a handler that only parses (the floor)")
        {
            broker, into, devices, connections, seconds, warmUp, rate, json,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            var count = result.GetValue(devices);
            var shared = result.GetValue(connections);
            var options = new IngestOptions(
                Brokers(result.GetValue(broker)!),
                result.GetValue(into) is { } one and not "both" ? [one] : ["floor", "site"],
                count,
                shared == 0 ? count : Math.Min(shared, count),
                result.GetValue(seconds),
                result.GetValue(warmUp),
                result.GetValue(rate));
            await RunAsync(options, result.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static Option<int> Bounded(string name, string description, int value, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var given && (given < least || given > most))
                result.AddError($"{name} {given} is not between {least} and {most}.");
        });
        return option;
    }

    private static List<BrokerKind> Brokers(string choice)
    {
        List<BrokerKind> brokers = choice switch
        {
            "embedded" => [BrokerKind.Embedded],
            "mosquitto" => [BrokerKind.Mosquitto],
            _ => [BrokerKind.Embedded, BrokerKind.Mosquitto],
        };
        if (Mosquitto.Program is null && brokers.Remove(BrokerKind.Mosquitto))
            Report.Progress("mosquitto is not installed here: skipped.");

        return brokers;
    }

    private static async Task RunAsync(IngestOptions options, bool json, CancellationToken cancellationToken)
    {
        var rows = new List<IngestRow>();
        foreach (var broker in options.Brokers)
            rows.AddRange(await new IngestRun(options).RunAsync(broker, cancellationToken));

        if (json)
        {
            Report.Json("ingest", options, rows);
            return;
        }

        Report.Table(
            rows,
            ("broker", row => row.Broker.ToString()),
            ("into", row => row.Subject),
            ("phase", row => row.Phase),
            ("published/s", row => Report.Number(row.PublishedPerSecond)),
            ("handled/s", row => Report.Number(row.HandledPerSecond)),
            ("dropped/s", row => Report.Number(row.Dropped / row.Seconds)),
            ("cores", row => Report.Number(row.Cores, 2)),
            ("handled per CPU s", row => Report.Number(row.HandledPerCpuSecond)),
            ("µs CPU", row => Report.Number(row.CpuMicroseconds, 1)),
            ("broker µs", row => Report.Number(row.BrokerCpuMicroseconds, 1)),
            ("publisher µs", row => Report.Number(row.PublisherCpuMicroseconds, 1)),
            ("B allocated", row => Report.Number(row.BytesAllocated)),
            ("ms to grain p50 / p99 / p99.9", row => row.ToGrain?.ToString() ?? ""),
            ("ms to hazard p50 / p99 / p99.9", row => row.ToHazard?.ToString() ?? ""));
    }
}

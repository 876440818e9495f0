using System.CommandLine;
using System.Globalization;
using Swarm.Domain;
using Swarm.Inference;
using Swarm.Messaging;

namespace Swarm.DeviceAgent;

/// <summary>The command line.</summary>
internal static class AgentCommand
{
    private const string Description =
        """
        Runs a device's reflex: at every tick, by default 1,000 a second, the nearest ranges around the device become a verdict - go, slow, stop -
        whatever else happens. Stops on Ctrl-C.
        """;

    public static RootCommand Create()
    {
        var rate = Number("--rate", "Ticks a second.", 1000, 10, 10_000);
        var priority = new Option<bool>("--no-priority") { Description = "Do not ask for SCHED_FIFO and locked memory." };
        var ranges = new Option<string>("--ranges") { Description = "'scene' (built in) or 'udp:PORT': datagrams of little-endian 32-bit floats to 127.0.0.1: speed, yaw rate, load, friction, then ranges.", DefaultValueFactory = _ => "scene" };
        var seconds = Number("--seconds", "Stop after so long; 0 runs on.", 0, 0, 1e6);
        var report = Number("--report", "Seconds between two lines of statistics; 0 for none but the last.", 10, 0, 1e6);
        var broker = new Option<string?>("--mqtt") { Description = "The site's broker, as mqtt://host:port; without it there is no site." };
        var site = new Option<string>("--site") { Description = "The site.", DefaultValueFactory = _ => "swarm-park" };
        var device = new Option<string>("--device") { Description = "The device's id.", DefaultValueFactory = _ => "agent-1" };
        var length = Number("--length", "Of the machine's outline, metres.", 0.9, 0.05, 20);
        var width = Number("--width", "Of the machine's outline, metres.", 0.6, 0.05, 20);
        var speed = Number("--max-speed", "Metres per second.", 1.9, 0.01, ReflexProfile.HighestSpeed);
        var acceleration = Number("--acceleration", "The most, metres per second squared.", 1, 0, 20);
        var braking = Number("--braking", "The least that is sure, empty and dry, metres per second squared.", 2, 0.05, 20);
        var garbage = Number("--garbage", "Megabytes a second to allocate in another thread, to measure what that does.", 0, 0, 1000);
        garbage.Hidden = true;
        var json = new Option<bool>("--json") { Description = "Print the last statistics as JSON." };
        var command = new RootCommand(Description)
        {
            rate, priority, ranges, seconds, report, broker, site, device, length, width, speed, acceleration, braking, garbage, json,
        };
        command.SetAction((result, cancellationToken) => Task.Run(
            () => Agent.RunAsync(
                new(
                    new() { Length = result.GetValue(length), Width = result.GetValue(width), MaxSpeed = result.GetValue(speed), Acceleration = result.GetValue(acceleration), Braking = result.GetValue(braking) },
                    DeviceKind.Other,
                    TimeSpan.FromSeconds(1 / result.GetValue(rate)),
                    !result.GetValue(priority),
                    Port(result.GetValue(ranges)!),
                    result.GetValue(seconds) is > 0 and var s ? TimeSpan.FromSeconds(s) : null,
                    TimeSpan.FromSeconds(result.GetValue(report)),
                    Broker(result.GetValue(broker)),
                    Id<SiteId>("--site", result.GetValue(site)!, text => SiteId.TryParse(text, out var id) ? id : null),
                    Id<DeviceId>("--device", result.GetValue(device)!, text => DeviceId.TryParse(text, out var id) ? id : null),
                    result.GetValue(garbage),
                    result.GetValue(json)),
                cancellationToken),
            CancellationToken.None));
        return command;
    }

    private static int? Port(string ranges)
    {
        if (ranges == "scene")
            return null;
        return ranges.StartsWith("udp:", StringComparison.Ordinal) && ushort.TryParse(ranges.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : throw new AgentException($"--ranges {ranges}: 'scene' or 'udp:PORT' expected");
    }

    private static BrokerAddress? Broker(string? text) =>
        text is null ? null : BrokerAddress.TryParse(text, out var address) ? address : throw new AgentException($"--mqtt {text}: mqtt://host:port expected");

    private static T Id<T>(string option, string text, Func<string, T?> parse)
        where T : struct =>
        parse(text) ?? throw new AgentException($"{option} {text}: letters, digits, '-', '_' and '.' expected");

    private static Option<double> Number(string name, string description, double fallback, double least, double most)
    {
        var option = new Option<double>(name) { Description = description, DefaultValueFactory = _ => fallback };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is var value && !(value >= least && value <= most))
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} {value}: {least} to {most} expected"));
        });
        return option;
    }
}

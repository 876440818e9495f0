using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Swarm.Simulation;

namespace Swarm.Cli;

/// <summary><c>swarm simulate</c>.</summary>
internal static class SimulateCommand
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var mqtt = new Option<string>("--mqtt")
        {
            Description = "The broker of the site.", HelpName = "mqtt://host:port", DefaultValueFactory = _ => "mqtt://127.0.0.1:1883",
        };
        var site = new Option<string>("--site")
        {
            Description = "The site's name (that of an edge silo with --demo is demo).", DefaultValueFactory = _ => SiteOptions.DefaultSite,
        };
        var seed = new Option<ulong>("--seed") { Description = "The same seed makes the same town.", DefaultValueFactory = _ => 1 };
        var rough = new Option<bool>("--rough") { Description = "Give every device a rough radio: delay, loss, and a cut every two minutes." };
        var duration = new Option<double?>("--duration") { Description = "Seconds to play; without it until Ctrl-C." };
        var keys = new Option<string[]>("--model-key")
        {
            Description = "A public key whose models the devices run; without one they take none from outside. May be given more than once.", HelpName = "PEM",
        };
        var command = new Command(
            "simulate",
            "Plays a simulated town (wagons, drones, mowers, a camera among people and traffic) against a running site, each device over "
            + "an MQTT connection of its own.")
        {
            mqtt, site, seed, rough, duration, keys,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            var options = new FleetOptions
            {
                Broker = SiteOptions.ParseBroker(result.GetRequiredValue(mqtt)),
                Site = SiteOptions.ParseSite(result.GetRequiredValue(site)),
                ModelKeys = ModelFiles.Keys(result.GetValue(keys) ?? []),
                Faults = result.GetValue(rough) ? LinkFaults.Rough : null,
            };
            var limit = result.GetValue(duration) is { } seconds
                ? TimeSpan.FromSeconds(seconds is > 0 and < 1e6 ? seconds : throw new UsageException($"--duration {seconds}: 0 to 1000000 expected"))
                : Timeout.InfiniteTimeSpan;
            await PlayAsync(options, result.GetValue(seed), limit, new Screen(result.InvocationConfiguration), cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task PlayAsync(FleetOptions options, ulong seed, TimeSpan duration, Screen screen, CancellationToken cancellationToken)
    {
        using var loggers = LoggerFactory.Create(new SiteLog().Configure);
        await SiteInfoReader.ReadAsync(options.Broker, options.Site, loggers, cancellationToken);
        var time = TimeProvider.System;
        var fleet = new SimulatedFleet(Scenes.Demo(seed, time.GetUtcNow(), time), time, loggers);
        screen.Say($"a town of seed {seed} reports to site {options.Site} at {options.Broker}; Ctrl-C stops it");
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stopping.CancelAfter(duration);
        var playing = fleet.RunAsync(options, stopping.Token);
        while (await Task.WhenAny(playing, Task.Delay(ReportInterval, time, CancellationToken.None)) != playing)
            screen.Say($"{fleet.Counts.Connected} of {fleet.Counts.Devices} devices connected, {Totals(fleet.Counts)}");
        await playing;
        screen.Say($"stopped: {Totals(fleet.Counts)}");
    }

    private static string Totals(FleetCounts counts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{counts.Published:N0} messages sent, {counts.NotPublished:N0} not, "
        + $"{counts.Commands} commands answered, {counts.Stopped} devices stopped, {counts.Contacts} contacts with people");
}

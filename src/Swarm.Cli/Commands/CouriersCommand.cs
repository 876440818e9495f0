using System.CommandLine;

namespace Swarm.Cli;

/// <summary><c>swarm replay couriers</c>.</summary>
internal static class CouriersCommand
{
    private const string Description =
        """
        Plays recorded delivery couriers (GPS, one fix in about 5 s) at once as wagons, and prints what the site made of them.

        Between fixes a courier is on the straight line at constant speed, with the uncertainty of a Brownian bridge; in holes of more
        than 30 s it is silent, as it was. Each trace is centred on itself, so the couriers' centres are drawn over a square of
        --area metres: conflicts between couriers are those of such a crowd, not recorded ones.
        """;

    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The folder that holds trajectories.zip." };
        var count = Number("--count", "How many couriers.", 200);
        var seed = Number("--seed", "Chooses the couriers and where they are; the same seed chooses the same.", 1);
        var rate = Number("--rate", "States per second of each courier.", 1.0);
        var area = Number("--area", "Side of the square in metres.", 2000.0);
        var duration = Number("--duration", "Seconds of the recording to play.", 360.0);
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var site = new SiteOptions();
        var command = new Command("couriers", Description) { directory, count, seed, rate, area, duration, json };
        foreach (var option in site.All)
            command.Add(option);

        command.SetAction(async (result, cancellationToken) =>
        {
            var choice = site.Read(result);
            var options = new CouriersOptions(
                Within("--count", result.GetValue(count), 1, 10_000),
                result.GetValue(seed),
                Within("--rate", result.GetValue(rate), 0.1, 20),
                Within("--area", result.GetValue(area), 1, 20_000),
                TimeSpan.FromSeconds(Within("--duration", result.GetValue(duration), 1, 3600)));
            var traces = CourierArchive.Choose(result.GetRequiredValue(directory), options.Count, options.Seed);
            var screen = new Screen(result.InvocationConfiguration);
            var report = await new CouriersReplay(choice, options, screen).PlayAsync(traces, cancellationToken);
            if (result.GetValue(json))
                screen.WriteJson(report, ReportJson.Default.CouriersReport);
            else
                screen.Write(CouriersTable.Of(report));
            return ExitCode.Success;
        });
        return command;
    }

    private static Option<T> Number<T>(string name, string description, T fallback) =>
        new(name) { Description = description, DefaultValueFactory = _ => fallback };

    private static T Within<T>(string option, T value, T least, T most)
        where T : IComparable<T> =>
        value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
            ? value
            : throw new UsageException($"{option} {value}: {least} to {most} expected");
}

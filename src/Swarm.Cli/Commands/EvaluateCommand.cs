using System.CommandLine;

namespace Swarm.Cli;

/// <summary><c>swarm evaluate</c>, and what its data sets of tracks have in common.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        // What is no name of a command comes here, to be answered with the names there are.
        var unknown = new Argument<string[]>("DATASET") { Hidden = true };
        var command = new Command("evaluate", "Scores perception on a real recording against its labels, offline.")
        {
            unknown,
            EvaluateV2V4RealCommand.Create(),
            EvaluateKittiCommand.Create(),
            EvaluateMrClamCommand.Create(),
            EvaluateAutoferryCommand.Create(),
        };
        command.SetAction((Action<ParseResult>)(result => throw new UsageException(
            (result.GetValue(unknown) is [var name, ..] ? $"there is no data set {name}" : "swarm evaluate DATASET DIR: a data set expected")
            + $"; there are {string.Join(", ", command.Subcommands.Select(dataset => dataset.Name))}")));
        return command;
    }

    /// <param name="evaluate">Gives the figures, and those of peers.</param>
    public static Task<int> RunAsync(
        ParseResult result,
        EvaluateOptions options,
        Func<EvaluateChoice, Screen, (IReadOnlyList<TrackingFigures> Own, IReadOnlyList<TrackingFigures> Peers)> evaluate,
        CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            // Not on the caller's thread, which is the one that waits for Ctrl-C.
            var choice = options.Read(result);
            var screen = new Screen(result.InvocationConfiguration);
            var (own, peers) = evaluate(choice, screen);
            if (choice.Json)
                screen.WriteJson([.. own], ReportJson.Default.TrackingFiguresArray);
            else
                screen.Write(TrackingTable.Of([.. own, .. peers]));
            return ExitCode.Success;
        },
        cancellationToken);
}

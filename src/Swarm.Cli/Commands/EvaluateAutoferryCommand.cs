using System.CommandLine;
using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary><c>swarm evaluate autoferry</c>.</summary>
internal static class EvaluateAutoferryCommand
{
    private const string Description =
        """
        Tracks two boats from a small ferry (Autoferry sensor fusion benchmark): lidar and radar give places, infrared and daylight cameras
        bearings alone. Each sensor by itself, all together (fused), and all together by a filter that takes scans only in order (inOrder).

        Scored by GOSPA (α = 2, c = 20 m, p = 2) between the confirmed tracks and the boats' own receivers after every scan. The sensors'
        errors are fitted on the scenarios other than the scored one.
        """;

    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The folder with the folders scenarioN." };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var sequences = new Option<string?>("--sequences") { Description = "Only these scenarios, by commas; without it all.", HelpName = "a,b" };
        var command = new Command("autoferry", Description) { directory, json, sequences };
        command.SetAction((result, cancellationToken) => Task.Run(
            () =>
            {
                // Not on the caller's thread, which is the one that waits for Ctrl-C.
                var screen = new Screen(result.InvocationConfiguration);
                var wanted = result.GetValue(sequences)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                if (wanted is [])
                    throw new UsageException("--sequences: names of scenarios by commas expected");
                var figures = Evaluate(FerryEvaluation.Open(result.GetRequiredValue(directory)), wanted, screen, cancellationToken);
                if (result.GetValue(json))
                    screen.WriteJson([.. figures], ReportJson.Default.FerryFiguresArray);
                else
                    screen.Write(FerryTable.Of(figures));
                return ExitCode.Success;
            },
            cancellationToken));
        return command;
    }

    private static List<FerryFigures> Evaluate(
        FerryEvaluation evaluation, IReadOnlyList<string>? wanted, Screen screen, CancellationToken cancellationToken)
    {
        List<string> scenarios = [.. (wanted ?? evaluation.Scenarios).Distinct()];
        var figures = new List<FerryFigures>();
        foreach (var input in FerryInput.All)
        {
            screen.Say($"tracking {input.Name}: {scenarios.Count} scenario(s)");
            figures.AddRange(FerryFigures.Of([.. scenarios.Select(scenario => evaluation.Run(scenario, input, cancellationToken))]));
        }

        return figures;
    }
}

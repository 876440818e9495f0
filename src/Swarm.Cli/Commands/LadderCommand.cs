using System.CommandLine;
using Swarm.Vision;

namespace Swarm.Cli;

/// <summary><c>swarm models ladder</c>.</summary>
internal static class LadderCommand
{
    private const string Description =
        """
        Runs a detector on a folder of frames at each of its input sizes: how long a frame takes, and how many of the objects that the largest
        size finds the smaller ones find too.

        Of the largest size, boxes of the class count from --score on. Boxes of two sizes are the same object where their intersection over
        union is at least 0.5. "sure" counts boxes of a size from the same score on, "all" down to the least score of the manifest: a small
        picture gives the same object a lower score.
        """;

    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "A folder of JPEG files." };
        var model = ModelOption.Create();
        var name = new Option<string>("--class") { Description = "The class that is counted.", DefaultValueFactory = _ => "person" };
        var score = new Option<double>("--score") { Description = "From which score on a box is sure.", DefaultValueFactory = _ => 0.3 };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var command = new Command("ladder", Description) { directory, model, name, score, json };
        command.SetAction(async (result, cancellationToken) =>
        {
            var screen = new Screen(result.InvocationConfiguration);
            var files = FrameFolder.Open(result.GetRequiredValue(directory)).Files;
            using var detector = ModelOption.Open(result.GetValue(model)!);
            if (!detector.Manifest.Classes.Contains(result.GetValue(name)!))
                throw new UsageException($"--class {result.GetValue(name)}: {detector.Manifest.Model} does not know it");
            var trace = await screen.FollowAsync(
                $"{files.Count} frames at {string.Join(", ", detector.Sizes)}",
                files.Count,
                progress => Task.Run(() => LadderTrace.Record(detector, files, progress, cancellationToken), cancellationToken));
            var figures = LadderFigures.Of(trace, result.GetValue(name)!, result.GetValue(score));
            if (result.GetValue(json))
                screen.WriteJson([.. figures], ReportJson.Default.LadderFiguresArray);
            else
                screen.Write(LadderTable.Of(trace.Model, figures));
            return ExitCode.Success;
        });
        return command;
    }
}

using System.CommandLine;

namespace Swarm.Cli;

/// <summary><c>swarm bench inference</c>.</summary>
internal static class BenchInferenceCommand
{
    private const string Description =
        """
        The figures of docs/inference.md: deadlines while tiers fail, real frames with a small detector on board and a large one beyond, regret of the rules that learn when to ask,
        hedged requests, energy, and the same with a device that waits for its remote tier.

        Frames need the detector that `swarm models import centernet` makes, and a folder of frames; without, the other figures are given. --quick runs two frames at once,
        whose times are then those of a busy machine, and takes fewer requests for hedging.
        """;

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var quick = new Option<bool>("--quick") { Description = "Less than 40 s in all." };
        var frames = new Option<string?>("--frames") { Description = "A folder of JPEG frames of one still camera; without it ../shared/data/vtest or SWARM_DATA/vtest.", HelpName = "DIR" };
        var trace = new Option<string?>("--trace") { Description = "Keep what the detector saw in this file, and take it from there if it exists.", HelpName = "FILE" };
        var model = ModelOption.Create();
        var command = new Command("inference", Description) { json, quick, frames, trace, model };
        command.SetAction((result, cancellationToken) => Task.Run(
            () =>
            {
                var screen = new Screen(result.InvocationConfiguration);
                var isQuick = result.GetValue(quick);
                var seen = Trace(result.GetValue(frames), result.GetValue(model)!, result.GetValue(trace), isQuick, screen, cancellationToken);
                var figures = InferenceBench.Run(seen, isQuick, screen, cancellationToken);
                if (result.GetValue(json))
                {
                    screen.WriteJson(figures, ReportJson.Default.InferenceFigures);
                }
                else
                {
                    foreach (var table in InferenceTables.Of(figures))
                        screen.Write(table);
                }

                return ExitCode.Success;
            },
            cancellationToken));
        return command;
    }

    /// <summary>Null, with a word why, where there are no frames or there is no model, and none were asked for by name.</summary>
    private static FrameTrace? Trace(string? frames, string model, string? saved, bool quick, Screen screen, CancellationToken cancellationToken)
    {
        var directory = frames ?? Default();
        if (directory is null)
        {
            screen.Say("no figures of frames: ../shared/data/vtest is not here; name a folder of JPEG frames with --frames, or set SWARM_DATA");
            return null;
        }

        if (!File.Exists(model) && !File.Exists(saved))
        {
            screen.Say($"no figures of frames: there is no detector {model}; `swarm models import centernet` makes one");
            return null;
        }

        screen.Say($"looking at the frames of {directory}");
        return FrameTraceReader.Read(directory, model, saved, quick ? 2 : 1, cancellationToken);
    }

    private static string? Default()
    {
        string?[] folders = [Environment.GetEnvironmentVariable("SWARM_DATA"), Path.Combine("..", "shared", "data")];
        return folders.Where(folder => !string.IsNullOrEmpty(folder)).Select(folder => Path.Combine(folder!, "vtest")).FirstOrDefault(Directory.Exists);
    }
}

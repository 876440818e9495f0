using System.CommandLine;
using Swarm.Vision;

namespace Swarm.Cli;

/// <summary><c>swarm models detect</c>.</summary>
internal static class DetectCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Pictures, JPEG.", Arity = ArgumentArity.OneOrMore };
        var model = ModelOption.Create();
        var size = new Option<int?>("--size") { Description = "Input size, one of the model's; without it the largest.", HelpName = "PIXELS" };
        var score = new Option<double>("--score") { Description = "Least score of a box.", DefaultValueFactory = _ => 0.3 };
        var json = new Option<bool>("--json") { Description = "Print the boxes as JSON." };
        var command = new Command("detect", "Finds objects in pictures.") { files, model, size, score, json };
        command.SetAction((result, cancellationToken) => Task.Run(
            () =>
            {
                var sizes = result.GetValue(size) is { } one ? new[] { one } : null;
                using var detector = Open(result.GetValue(model)!, sizes);
                var found = new List<LadderEntry>();
                foreach (var file in result.GetRequiredValue(files))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var detected = detector.Detect(FrameFolder.Read(file), detector.Sizes[^1]);
                    found.Add(new LadderEntry(
                        Path.GetFileName(file),
                        detected.Size,
                        [.. detected.Boxes.Where(box => box.Score >= result.GetValue(score))],
                        detected.Latency.TotalMilliseconds));
                }

                var screen = new Screen(result.InvocationConfiguration);
                if (result.GetValue(json))
                    screen.WriteJson([.. found], ReportJson.Default.LadderEntryArray);
                else
                    screen.Write(BoxTable.Of(found));
                return ExitCode.Success;
            },
            cancellationToken));
        return command;
    }

    private static Detector Open(string model, int[]? sizes)
    {
        try
        {
            return ModelOption.Open(model, sizes);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException($"--size: {exception.Message}");
        }
    }
}

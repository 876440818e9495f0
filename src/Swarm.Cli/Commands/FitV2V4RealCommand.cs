using System.CommandLine;
using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary><c>swarm fit v2v4real</c>.</summary>
internal static class FitV2V4RealCommand
{
    private const string Split = "train";

    private const string Description =
        """
        Fits a model of each car's detector to the train sequences (V2V4Real): how likely a detection is true, by its score, place and
        size, and how far it lies from its label, along its box and across it.

        A detection is true where it is paired with a label, the surest first and each label once, within 2 m (ego) or 3 m (cav1). Log loss
        is the mean negative logarithm of the probability of what came true.
        """;

    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The folder of the recording, with train/ in it, or that folder." };
        var output = new Option<string?>("--out") { Description = "Write the models here, as JSON.", HelpName = "FILE" };
        var command = new Command("v2v4real", Description) { directory, output };
        command.SetAction((result, cancellationToken) => Task.Run(
            () =>
            {
                var recording = V2V4RealDirectory.Open(result.GetRequiredValue(directory), Split);
                var detectors = V2V4RealDetectors.Fit(Split, [.. recording.Sequences.Select(recording.Load)], cancellationToken);
                var screen = new Screen(result.InvocationConfiguration);
                screen.Write(DetectorTable.Of(detectors));
                if (result.GetValue(output) is { } file)
                    Write(file, detectors);
                return ExitCode.Success;
            },
            cancellationToken));
        return command;
    }

    private static void Write(string file, V2V4RealDetectors detectors)
    {
        try
        {
            File.WriteAllText(file, detectors.ToJson());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--out {file}: {exception.Message}");
        }
    }
}

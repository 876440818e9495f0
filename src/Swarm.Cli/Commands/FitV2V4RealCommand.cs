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
        var existence = new Option<string?>("--existence")
        {
            Description = "Fit how often tracks are true by their existence too, with the detectors that are built in, and write it here, as JSON.",
            HelpName = "FILE",
        };
        var command = new Command("v2v4real", Description) { directory, output, existence };
        command.SetAction((result, cancellationToken) => Task.Run(
            () =>
            {
                var recording = V2V4RealDirectory.Open(result.GetRequiredValue(directory), Split);
                List<Recording> recordings = [.. recording.Sequences.Select(recording.Load)];
                var detectors = V2V4RealDetectors.Fit(Split, recordings, cancellationToken);
                var screen = new Screen(result.InvocationConfiguration);
                screen.Write(DetectorTable.Of(detectors));
                if (result.GetValue(output) is { } file)
                    Write("--out", file, detectors.ToJson());
                if (result.GetValue(existence) is { } other)
                    Write("--existence", other, V2V4RealExistence.Fit(Split, recordings, cancellationToken).ToJson());
                return ExitCode.Success;
            },
            cancellationToken));
        return command;
    }

    private static void Write(string option, string file, string json)
    {
        try
        {
            File.WriteAllText(file, json);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{option} {file}: {exception.Message}");
        }
    }
}

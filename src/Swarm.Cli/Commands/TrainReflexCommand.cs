using System.CommandLine;
using Swarm.Inference;

namespace Swarm.Cli;

/// <summary><c>swarm train reflex</c>.</summary>
internal static class TrainReflexCommand
{
    private const string Description =
        """
        Teaches the reflex's net from encounters of simulated machines with people, walls, corners, parked vans and each other, and writes it as
        ONNX, with its figures. What is right is the largest speed that, kept for 0.4 s and braked from then, would have touched nothing.

        False stops: of the encounters in which half of full speed or more was right, those in which it bids to stand. Missed stops: of those in
        which even braking at once would have touched something in motion, those in which it bids to go on. Both on encounters that it was not
        taught with. Then it drives through more of them to the end.
        """;

    public static Command Create()
    {
        var seed = new Option<ulong>("--seed") { Description = "The same seed makes the same net.", DefaultValueFactory = _ => 1 };
        var output = new Option<string>("--out") { Description = "Write the net here.", HelpName = "FILE", DefaultValueFactory = _ => "reflex.onnx" };
        var encounters = Number("--encounters", "How many to teach with.", 300_000, 100, 10_000_000);
        var tests = Number("--tests", "How many to try with.", 20_000, 100, 1_000_000);
        var epochs = Number("--epochs", "Times that each is gone through.", 50, 1, 10_000);
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var command = new Command("reflex", Description) { seed, output, encounters, tests, epochs, json };
        command.SetAction((result, cancellationToken) => Task.Run(
            () =>
            {
                // Not on the caller's thread, which is the one that waits for Ctrl-C.
                var screen = new Screen(result.InvocationConfiguration);
                var file = result.GetRequiredValue(output);
                if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
                    throw new UsageException($"--out {file}: there is no folder {folder}");
                var options = new ReflexTrainingOptions { Seed = result.GetValue(seed), Epochs = result.GetValue(epochs) };
                var (onnx, report) = new ReflexTrainingRun(options, screen).Run(result.GetValue(encounters), result.GetValue(tests), cancellationToken);
                Write(file, onnx);
                screen.Say($"wrote {file}: {onnx.Length} bytes");
                if (result.GetValue(json))
                    screen.WriteJson(report, ReportJson.Default.ReflexTrainingReport);
                else
                    screen.Write(ReflexTrainingTable.Of(report));
                return ExitCode.Success;
            },
            cancellationToken));
        return command;
    }

    private static Option<int> Number(string name, string description, int fallback, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => fallback };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var value && (value < least || value > most))
                result.AddError($"{name} {value}: {least} to {most} expected");
        });
        return option;
    }

    private static void Write(string file, byte[] onnx)
    {
        try
        {
            File.WriteAllBytes(file, onnx);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--out {file}: {exception.Message}");
        }
    }
}

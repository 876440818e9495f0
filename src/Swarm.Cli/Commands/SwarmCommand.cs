using System.CommandLine;
using Swarm.Evaluation;
using Swarm.Inference;
using Swarm.Vision;

namespace Swarm.Cli;

/// <summary>The command line <c>swarm</c>.</summary>
internal static class SwarmCommand
{
    /// <summary>Runs a command line and says in one line on the error output why it failed, if it did.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> InvokeAsync(
        IReadOnlyList<string> args,
        InvocationConfiguration invocation,
        CancellationToken cancellationToken = default)
    {
        var parsed = Create().Parse(args);
        try
        {
            var code = await parsed.InvokeAsync(invocation, cancellationToken);
            return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
        }
        catch (Exception exception) when (exception is DataException or UsageException or FrameException)
        {
            await invocation.Error.WriteLineAsync($"swarm: {exception.Message}");
            return ExitCode.Usage;
        }
        catch (Exception exception) when (exception is SiteException or ModelException or ModelRefusedException or ConversionException or ImportException)
        {
            await invocation.Error.WriteLineAsync($"swarm: {exception.Message}");
            return ExitCode.Failure;
        }
        catch (OperationCanceledException)
        {
            await invocation.Error.WriteLineAsync("swarm: stopped");
            return ExitCode.Interrupted;
        }
    }

    private static RootCommand Create() => new("Devices, perception and recordings of a Swarm site, from the command line.")
    {
        new Command("replay", "Plays a real recording through a site over MQTT, and prints what came of it.")
        {
            V2V4RealCommand.Create(),
            CouriersCommand.Create(),
        },
        EvaluateCommand.Create(),
        FitCommand.Create(),
        SimulateCommand.Create(),
        TrainCommand.Create(),
        ModelsCommand.Create(),
        BenchCommand.Create(),
    };
}

using System.CommandLine;

namespace Swarm.Cli;

/// <summary><c>swarm models show</c>.</summary>
internal static class ShowModelCommand
{
    public static Command Create()
    {
        var model = ModelOption.Create();
        var command = new Command("show", "Loads a detector, which checks it, and says what it is.") { model };
        command.SetAction(result =>
        {
            var file = result.GetValue(model)!;
            using var detector = ModelOption.Open(file);
            new Screen(result.InvocationConfiguration).Write(ModelTable.Of(file, detector.Manifest));
            return ExitCode.Success;
        });
        return command;
    }
}

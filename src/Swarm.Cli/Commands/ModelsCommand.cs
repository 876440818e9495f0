using System.CommandLine;

namespace Swarm.Cli;

/// <summary><c>swarm models</c>.</summary>
internal static class ModelsCommand
{
    public static Command Create()
    {
        var command = new Command("models", "Fetches detectors, shows them and runs them on pictures; signs models and rolls them out.")
        {
            new Command("import", "Fetches a detector and converts it to ONNX.") { ImportCenterNetCommand.Create() },
            ShowModelCommand.Create(),
            DetectCommand.Create(),
            LadderCommand.Create(),
            ModelKeyCommand.Create(),
            SignModelCommand.Create(),
            VerifyModelCommand.Create(),
        };
        foreach (var fleet in FleetModelCommands.Create())
            command.Add(fleet);
        return command;
    }
}

using System.CommandLine;

namespace Swarm.Cli;

/// <summary><c>swarm models</c>.</summary>
internal static class ModelsCommand
{
    public static Command Create() => new("models", "Fetches detectors, shows them and runs them on pictures; signs models and rolls them out.")
    {
        new Command("import", "Fetches a detector and converts it to ONNX.") { ImportCenterNetCommand.Create() },
        ShowModelCommand.Create(),
        DetectCommand.Create(),
        LadderCommand.Create(),
        ModelKeyCommand.Create(),
        SignModelCommand.Create(),
        VerifyModelCommand.Create(),
    };
}

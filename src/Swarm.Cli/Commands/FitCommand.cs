using System.CommandLine;

namespace Swarm.Cli;

/// <summary><c>swarm fit</c>.</summary>
internal static class FitCommand
{
    public static Command Create() => new("fit", "Fits the models that recordings are played and evaluated with.")
    {
        FitV2V4RealCommand.Create(),
    };
}

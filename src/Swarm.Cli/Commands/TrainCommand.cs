using System.CommandLine;

namespace Swarm.Cli;

/// <summary><c>swarm train</c>.</summary>
internal static class TrainCommand
{
    public static Command Create() => new("train", "Teaches the nets that devices run, from what happens in the simulation.")
    {
        TrainReflexCommand.Create(),
    };
}

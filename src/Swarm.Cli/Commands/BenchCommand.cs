using System.CommandLine;

namespace Swarm.Cli;

/// <summary><c>swarm bench</c>.</summary>
internal static class BenchCommand
{
    public static Command Create() => new("bench", "Measures what docs give figures of.") { BenchInferenceCommand.Create() };
}

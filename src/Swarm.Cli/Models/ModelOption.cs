using System.CommandLine;
using Swarm.Vision;

namespace Swarm.Cli;

/// <summary>Which detector to run.</summary>
internal static class ModelOption
{
    /// <summary>Where an import puts models: under the data folder of a silo started from here.</summary>
    public static string Folder => Path.Combine(".swarm", CenterNetImport.Folder);

    public static Option<string> Create() => new("--model")
    {
        Description = "The detector's manifest.",
        HelpName = "FILE",
        DefaultValueFactory = _ => Path.Combine(Folder, CenterNetImport.ManifestName),
    };

    /// <exception cref="ModelException">It is refused; without an import, the message says how to make one.</exception>
    public static Detector Open(string manifest, IReadOnlyList<int>? sizes = null)
    {
        if (!File.Exists(manifest))
            throw new UsageException($"there is no manifest {manifest}: `swarm models import centernet` makes one");
        return Detector.Open(manifest, sizes);
    }
}

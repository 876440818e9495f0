using Spectre.Console;
using Swarm.Vision;

namespace Swarm.Cli;

/// <summary>Lays out what a manifest says of a detector.</summary>
internal static class ModelTable
{
    public static Table Of(string file, DetectorManifest manifest)
    {
        var table = new Table().AddColumn("Detector").AddColumn("");
        foreach (var (name, value) in Rows(file, manifest))
            table.AddRow(Markup.Escape(name), Markup.Escape(value));
        return table;
    }

    private static IEnumerable<(string Name, string Value)> Rows(string file, DetectorManifest manifest)
    {
        yield return ("model", manifest.Model);
        yield return ("manifest", Path.GetFullPath(file));
        yield return ("file", manifest.File);
        yield return ("SHA-256", manifest.Sha256);
        yield return ("origin", manifest.Origin ?? "not said");
        yield return ("licence", manifest.Licence);
        yield return ("input", $"{manifest.Input.Name}, {manifest.Input.Layout}, {manifest.Input.Colours}, {manifest.Input.Fit}".ToLowerInvariant());
        yield return ("sizes", string.Join(", ", manifest.Sizes));
        yield return ("decoder", manifest.Decoder.ToString());
        yield return ("classes", $"{manifest.Classes.Count}: {string.Join(", ", manifest.Classes.Take(8))}{(manifest.Classes.Count > 8 ? ", …" : "")}");
    }
}

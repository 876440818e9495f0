using System.IO.Compression;
using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary>The zip archive of courier traces.</summary>
internal static class CourierArchive
{
    private const string FileName = "trajectories.zip";

    /// <summary>Reads <paramref name="count"/> traces, drawn without replacement; the same seed draws the same.</summary>
    /// <exception cref="DataException">There is no such archive, it holds fewer traces, or one is malformed.</exception>
    public static IReadOnlyList<CourierTrace> Choose(string directory, int count, int seed)
    {
        if (!Directory.Exists(directory))
            throw new DataException($"there is no folder {directory}");
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
            throw new DataException($"there is no {FileName} in {directory}");
        try
        {
            using var archive = ZipFile.OpenRead(path);
            var entries = archive.Entries
                .Where(entry => entry.Name.EndsWith(".csv", StringComparison.Ordinal))
                .OrderBy(entry => entry.FullName, StringComparer.Ordinal)
                .ToArray();
            if (count > entries.Length)
                throw new DataException($"{count} couriers asked for, {path} holds {entries.Length}");
#pragma warning disable CA5394 // A draw that can be repeated, not a secret.
            new Random(seed).Shuffle(entries);
#pragma warning restore CA5394
            return [.. entries.Take(count).Select(entry => Read(entry, path))];
        }
        catch (InvalidDataException exception)
        {
            throw new DataException($"{path} is no zip archive: {exception.Message}");
        }
    }

    private static CourierTrace Read(ZipArchiveEntry entry, string path)
    {
        using var text = new StreamReader(entry.Open());
        return CourierReader.Read(text, $"{path}!{entry.FullName}");
    }
}

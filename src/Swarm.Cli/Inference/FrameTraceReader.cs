using System.Text.Json;
using Swarm.Vision;

namespace Swarm.Cli;

/// <summary>Gets a <see cref="FrameTrace"/>: from a file that an earlier run wrote, or by running the detector.</summary>
internal static class FrameTraceReader
{
    /// <summary>Candidates are wanted from below what is acted on.</summary>
    private const float LeastScore = 0.05f;

    /// <summary>So many that no candidate is cut off.</summary>
    private const int Limit = 400;

    /// <param name="saved">The file to read, or to write where there is none; null for neither.</param>
    /// <param name="workers">Frames at once. With more than one, times are those of a shared machine.</param>
    public static FrameTrace Read(
        string directory, string manifest, string? saved, int workers, CancellationToken cancellationToken)
    {
        var files = FrameFolder.Open(directory).Files;
        var bytes = files.ToDictionary(file => Path.GetFileNameWithoutExtension(file)!, file => (int)new FileInfo(file).Length);
        if (saved is not null && File.Exists(saved))
            return new FrameTrace(Parse(saved).Where(entry => bytes.ContainsKey(entry.Frame)), bytes);

        var read = ManifestFile.Read(manifest);
        var wide = read with { Decoder = read.Decoder with { Score = LeastScore, Limit = Limit } };
        using var detector = Detector.Load(wide, ManifestFile.ReadModel(manifest, read));
        var entries = new LadderEntry[files.Count][];
        Parallel.For(
            0,
            files.Count,
            new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken },
            index => entries[index] = [.. LadderTrace.Record(detector, [files[index]], cancellationToken: cancellationToken).Entries]);
        LadderEntry[] all = [.. entries.SelectMany(frame => frame)];
        if (saved is not null)
            File.WriteAllText(saved, JsonSerializer.Serialize(all, ReportJson.Default.LadderEntryArray));
        return new FrameTrace(all, bytes);
    }

    private static LadderEntry[] Parse(string saved)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(saved), ReportJson.Default.LadderEntryArray) ?? [];
        }
        catch (JsonException exception)
        {
            throw new UsageException($"--trace {saved} is no trace of an earlier run ({exception.Message}): remove it to have it written anew");
        }
    }
}

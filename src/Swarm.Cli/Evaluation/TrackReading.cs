using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary>Finds the tracks that <c>--from-tracks</c> names.</summary>
internal static class TrackReading
{
    /// <summary>
    /// The tracks of a folder that holds the sequences' files, or of each folder in it that does. Where only one class is scored, the
    /// folders' names are those of the inputs; where there are several, a class of which there is no track is left out.
    /// </summary>
    /// <exception cref="DataException">There are none, or they cannot be read.</exception>
    public static IEnumerable<ScoredTracks> Read(string folder, IReadOnlyList<ScoredClass> classes)
    {
        if (!Directory.Exists(folder))
            throw new DataException($"there is no folder {folder}");
        var first = classes[0].Truth[0].Name + ".txt";
        var holders = new[] { folder }.Concat(Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
            .Where(holder => File.Exists(Path.Combine(holder, first)))
            .ToList();
        if (holders.Count == 0)
            throw new DataException($"there are no tracks in {folder} nor in a folder in it: {first} is missing");
        return holders[0] == folder ? Of(folder, classes) : holders.SelectMany(holder => Of(holder, classes));
    }

    private static IEnumerable<ScoredTracks> Of(string folder, IReadOnlyList<ScoredClass> classes)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return classes
            .Select(scored => new ScoredTracks(
                classes.Count == 1 ? name : scored.Name, scored.Truth, TrackFolder.Read(folder, scored.Truth, scored.Type), FramesPerSecond: null))
            .Where(tracks => classes.Count == 1 || tracks.Tracks.Any(sequence => sequence.Frames.Any(frame => frame.Count > 0)));
    }
}

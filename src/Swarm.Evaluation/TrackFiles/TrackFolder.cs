namespace Swarm.Evaluation;

/// <summary>A folder of <see cref="TrackFile"/>s, named after the sequences.</summary>
public static class TrackFolder
{
    /// <exception cref="DataException">The folder or the file of a sequence is missing, or a line is malformed.</exception>
    public static IReadOnlyList<SequenceTracks> Read(string path, IReadOnlyList<SequenceTruth> truth, string type)
    {
        if (!Directory.Exists(path))
            throw new DataException($"there is no folder {path}");
        return [.. truth.Select(sequence => Read(path, sequence, type))];
    }

    /// <summary>Makes the folder where it is missing, and overwrites the sequences' files in it.</summary>
    public static void Write(string path, IReadOnlyList<(string Type, IReadOnlyList<SequenceTracks> Tracks)> classes)
    {
        Directory.CreateDirectory(path);
        foreach (var sequence in classes.SelectMany(one => one.Tracks.Select(tracks => (one.Type, Tracks: tracks))).GroupBy(one => one.Tracks.Name))
        {
            using var text = File.CreateText(Path.Combine(path, sequence.Key + ".txt"));
            foreach (var (type, tracks) in sequence)
                TrackFile.Write(text, tracks, type);
        }
    }

    private static SequenceTracks Read(string path, SequenceTruth sequence, string type)
    {
        var file = Path.Combine(path, sequence.Name + ".txt");
        if (!File.Exists(file))
            throw new DataException($"there are no tracks of sequence {sequence.Name}: {file} is missing");
        using var text = File.OpenText(file);
        return TrackFile.Read(text, file, sequence.Name, type, sequence.Frames.Count);
    }
}

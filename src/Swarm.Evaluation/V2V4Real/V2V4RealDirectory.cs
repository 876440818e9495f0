namespace Swarm.Evaluation;

/// <summary>A folder of V2V4Real sequences: <c>seqmap.txt</c>, <c>det_ego</c>, <c>det_cav1</c> and <c>label</c>.</summary>
public sealed class V2V4RealDirectory
{
    private readonly string _path;
    private readonly SortedDictionary<string, int> _lastFrames;

    private V2V4RealDirectory(string path, SortedDictionary<string, int> lastFrames)
    {
        _path = path;
        _lastFrames = lastFrames;
    }

    public IReadOnlyCollection<string> Sequences => _lastFrames.Keys;

    /// <summary>Opens the split (<c>val</c>, <c>train</c>) in <paramref name="path"/>, or <paramref name="path"/> where it is such a folder itself.</summary>
    /// <exception cref="DataException">There is none, or its list of sequences cannot be read.</exception>
    public static V2V4RealDirectory Open(string path, string split)
    {
        if (!Directory.Exists(path))
            throw new DataException($"there is no folder {path}");
        var root = new[] { path, Path.Combine(path, split) }.FirstOrDefault(folder => File.Exists(Path.Combine(folder, SequenceMap.FileName)))
            ?? throw new DataException($"no {SequenceMap.FileName} in {path} nor in its folder {split}: that is no V2V4Real recording");
        var map = Path.Combine(root, SequenceMap.FileName);
        using var text = File.OpenText(map);
        return new(root, SequenceMap.Read(text, map));
    }

    /// <exception cref="DataException">The sequence is not there, or one of its files is missing or malformed.</exception>
    public Recording Load(string sequence)
    {
        if (!_lastFrames.TryGetValue(sequence, out var last))
            throw new DataException($"no sequence {sequence} in {_path}; there are {string.Join(", ", Sequences)}");
        // Here the last frame is part of the sequence.
        var ego = Read("det_ego", sequence, V2V4RealReader.ReadDetections).ToLookup(detection => detection.Frame);
        var other = Read("det_cav1", sequence, V2V4RealReader.ReadDetections).ToLookup(detection => detection.Frame);
        var labels = Read("label", sequence, V2V4RealReader.ReadLabels).ToLookup(label => label.Frame);
        return new(sequence, [.. Enumerable.Range(0, last + 1).Select(frame => Recording.Frame(ego[frame], other[frame], labels[frame]))]);
    }

    private IReadOnlyList<T> Read<T>(string folder, string sequence, Func<TextReader, string, IReadOnlyList<T>> read)
    {
        var path = Path.Combine(_path, folder, sequence + ".txt");
        if (!File.Exists(path))
            throw new DataException($"sequence {sequence} lacks its file {path}");
        using var text = File.OpenText(path);
        return read(text, path);
    }
}

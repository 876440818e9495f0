namespace Swarm.Evaluation;

/// <summary>
/// A folder of KITTI's tracking set with PointRCNN's detections: <c>seqmap.txt</c>, <c>label_02</c>, <c>calib</c>, <c>oxts</c> and a
/// folder <c>det_pointrcnn_…</c> for each category.
/// </summary>
public sealed class KittiDirectory
{
    private readonly string _path;
    private readonly SortedDictionary<string, int> _ends;

    private KittiDirectory(string path, SortedDictionary<string, int> ends)
    {
        _path = path;
        _ends = ends;
    }

    public IReadOnlyCollection<string> Sequences => _ends.Keys;

    /// <exception cref="DataException">There is no such folder, or its list of sequences cannot be read.</exception>
    public static KittiDirectory Open(string path)
    {
        if (!Directory.Exists(path))
            throw new DataException($"there is no folder {path}");
        var map = Path.Combine(path, SequenceMap.FileName);
        if (!File.Exists(map))
            throw new DataException($"no {SequenceMap.FileName} in {path}: that is no KITTI tracking set");
        using var text = File.OpenText(map);
        return new(path, SequenceMap.Read(text, map));
    }

    /// <exception cref="DataException">The sequence is not there, or one of its files is missing, malformed or of other frames.</exception>
    public KittiSequence Load(string sequence)
    {
        // Here the number of the frame after the last is listed.
        if (!_ends.TryGetValue(sequence, out var frames))
            throw new DataException($"no sequence {sequence} in {_path}; there are {string.Join(", ", Sequences)}");
        var calibration = Read("calib", sequence, KittiCalibration.Read);
        var poses = Read("oxts", sequence, KittiOxts.Read);
        if (poses.Count != frames)
            throw new DataException($"{PathOf("oxts", sequence)}: {frames} poses expected, {poses.Count} found");
        var image = KittiImage.Of(sequence);
        return new(
            sequence,
            KittiCategory.All.ToDictionary(
                category => category,
                category => Read(
                    $"det_pointrcnn_{category.Type}",
                    sequence,
                    (text, source) => KittiReader.ReadDetections(text, source, category)).ToLookup(detection => detection.Frame)),
            Read("label_02", sequence, KittiReader.ReadLabels).ToLookup(label => label.Frame),
            [.. poses.Select(pose => new CameraView(calibration, pose, image))]);
    }

    private string PathOf(string folder, string sequence) => Path.Combine(_path, folder, sequence + ".txt");

    private T Read<T>(string folder, string sequence, Func<TextReader, string, T> read)
    {
        var path = PathOf(folder, sequence);
        if (!File.Exists(path))
            throw new DataException($"sequence {sequence} lacks its file {path}");
        using var text = File.OpenText(path);
        return read(text, path);
    }
}

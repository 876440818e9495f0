namespace Swarm.Evaluation;

/// <summary>Reads the lines of KITTI's tracking labels (by spaces) and of detections in AB3DMOT's form (by commas).</summary>
internal static class KittiReader
{
    private static readonly string[] DetectionColumns =
        ["frame", "type", "x1", "y1", "x2", "y2", "score", "h", "w", "l", "x", "y", "z", "ry", "alpha"];

    private static readonly string[] LabelColumns =
    [
        "frame", "id", "type", "truncated", "occluded", "alpha", "x1", "y1", "x2", "y2", "h", "w", "l", "x", "y", "z", "ry",
    ];

    /// <param name="source">Named in errors, with the line.</param>
    /// <exception cref="DataException">A line is not as described, or of another category.</exception>
    public static IReadOnlyList<KittiDetection> ReadDetections(TextReader text, string source, KittiCategory category) =>
        ColumnFile.Read(text, source, ',', DetectionColumns, row => row.Count("type") == category.Code
            ? new KittiDetection(row.Count("frame"), row.ImageBox(), row.Box(), row.Number("score"))
            : throw row.Error($"type {row["type"]}: {category.Code} ({category.Name}) expected"));

    /// <param name="source">Named in errors, with the line.</param>
    /// <exception cref="DataException">A line is not as described, or an object is twice in a frame.</exception>
    public static IReadOnlyList<KittiLabel> ReadLabels(TextReader text, string source)
    {
        var known = new HashSet<(int Frame, int Object)>();
        return ColumnFile.Read(text, source, ' ', LabelColumns, row =>
        {
            if (row["type"] == KittiLabel.DontCare)
                return new KittiLabel(row.Count("frame"), -1, KittiLabel.DontCare, 0, 0, row.ImageBox(), default);
            var label = new KittiLabel(
                row.Count("frame"), row.Count("id"), row["type"], row.Count("truncated"), row.Count("occluded"), row.ImageBox(), row.Box());
            return known.Add((label.Frame, label.Object))
                ? label
                : throw row.Error($"object {label.Object} is labelled twice in frame {label.Frame}");
        });
    }
}

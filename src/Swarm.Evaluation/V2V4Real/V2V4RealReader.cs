namespace Swarm.Evaluation;

/// <summary>Reads the lines of the V2V4Real files: detections by commas, labels by spaces, in metres and radians.</summary>
internal static class V2V4RealReader
{
    private static readonly string[] DetectionColumns =
        ["frame", "type", "x1", "y1", "x2", "y2", "score", "h", "w", "l", "x", "y", "z", "ry", "alpha"];

    private static readonly string[] LabelColumns =
    [
        "frame", "id", "class", "truncation", "occlusion", "alpha", "x1", "y1", "x2", "y2", "h", "w", "l", "x", "y", "z", "ry",
    ];

    /// <param name="source">Named in errors, with the line.</param>
    /// <exception cref="DataException">A line is not as described.</exception>
    public static IReadOnlyList<RecordedDetection> ReadDetections(TextReader text, string source) =>
        ColumnFile.Read(text, source, ',', DetectionColumns, row =>
        {
            var score = row.Number("score");
            if (score is < 0 or > 1)
                throw row.Error($"score {row["score"]} is not within 0 and 1");
            return new RecordedDetection(row.Count("frame"), RecordedBox.From(row.Box()), score);
        });

    /// <inheritdoc cref="ReadDetections"/>
    public static IReadOnlyList<RecordedLabel> ReadLabels(TextReader text, string source)
    {
        var known = new HashSet<(int Frame, int Object)>();
        return ColumnFile.Read(text, source, ' ', LabelColumns, row =>
        {
            var label = new RecordedLabel(row.Count("frame"), row.Count("id"), RecordedBox.From(row.Box()));
            return known.Add((label.Frame, label.Object))
                ? label
                : throw row.Error($"object {label.Object} is labelled twice in frame {label.Frame}");
        });
    }
}

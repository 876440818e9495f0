using System.Globalization;
using System.Numerics;

namespace Swarm.Cli;

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
        Read(text, source, ',', DetectionColumns, row =>
        {
            var score = row.Number("score");
            if (score is < 0 or > 1)
                throw row.Error($"score {row["score"]} is not within 0 and 1");
            return new RecordedDetection(row.Count("frame"), row.Box(), score);
        });

    /// <inheritdoc cref="ReadDetections"/>
    public static IReadOnlyList<RecordedLabel> ReadLabels(TextReader text, string source)
    {
        var known = new HashSet<(int Frame, int Object)>();
        return Read(text, source, ' ', LabelColumns, row =>
        {
            var label = new RecordedLabel(row.Count("frame"), row.Count("id"), row.Box());
            return known.Add((label.Frame, label.Object))
                ? label
                : throw row.Error($"object {label.Object} is labelled twice in frame {label.Frame}");
        });
    }

    private static List<T> Read<T>(TextReader text, string source, char separator, string[] columns, Func<Row, T> parse)
    {
        var records = new List<T>();
        for (var line = 1; text.ReadLine() is { } content; line++)
        {
            if (string.IsNullOrWhiteSpace(content))
                continue;
            var values = content.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var row = new Row(source, line, columns, values);
            if (values.Length != columns.Length)
                throw row.Error($"{columns.Length} columns expected ({string.Join(separator, columns)}), {values.Length} found");
            records.Add(parse(row));
        }

        return records;
    }

    private sealed record Row(string Source, int Line, string[] Columns, string[] Values)
    {
        public string this[string column] => Values[Array.IndexOf(Columns, column)];

        public DataException Error(string message) => new(Source, Line, message);

        public int Count(string column) =>
            Parse<int>(column, NumberStyles.None) ?? throw Error($"{column} '{this[column]}' is not a whole number of 0 or more");

        public double Number(string column) =>
            Parse<double>(column, NumberStyles.Float) is { } value && double.IsFinite(value)
                ? value
                : throw Error($"{column} '{this[column]}' is not a finite number");

        public RecordedBox Box()
        {
            foreach (var side in (ReadOnlySpan<string>)["h", "w", "l"])
            {
                if (Number(side) <= 0)
                    throw Error($"{side} {this[side]} is not a positive length");
            }

            return RecordedBox.FromColumns(Number("h"), Number("w"), Number("l"), Number("x"), Number("y"), Number("z"), Number("ry"));
        }

        private T? Parse<T>(string column, NumberStyles styles)
            where T : struct, INumberBase<T> =>
            T.TryParse(this[column], styles, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}

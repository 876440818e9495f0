namespace Swarm.Evaluation;

/// <summary>Files of lines with a fixed number of columns, as KITTI and what follows it have them.</summary>
internal static class ColumnFile
{
    /// <summary>Reads every line that is not blank.</summary>
    /// <param name="source">Named in errors, with the line.</param>
    /// <exception cref="DataException">A line has another number of columns, or <paramref name="parse"/> says so.</exception>
    public static List<T> Read<T>(TextReader text, string source, char separator, IReadOnlyList<string> columns, Func<ColumnRow, T> parse)
    {
        var records = new List<T>();
        for (var line = 1; text.ReadLine() is { } content; line++)
        {
            if (string.IsNullOrWhiteSpace(content))
                continue;
            var values = content.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var row = new ColumnRow(source, line, columns, values);
            if (values.Length != columns.Count)
                throw row.Error($"{columns.Count} columns expected ({string.Join(separator, columns)}), {values.Length} found");
            records.Add(parse(row));
        }

        return records;
    }
}

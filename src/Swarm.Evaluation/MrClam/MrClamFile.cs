using System.Globalization;

namespace Swarm.Evaluation;

/// <summary>Numbers between blanks or tabs, a record on each line; lines that begin with # say something to people.</summary>
internal static class MrClamFile
{
    /// <param name="source">Named in errors, with the line.</param>
    /// <exception cref="DataException">A line has another number of columns, or one that is no number.</exception>
    public static IEnumerable<MrClamLine> Read(TextReader text, string source, params string[] columns)
    {
        for (var line = 1; text.ReadLine() is { } content; line++)
        {
            if (string.IsNullOrWhiteSpace(content) || content.TrimStart()[0] == '#')
                continue;
            var words = content.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (words.Length != columns.Length)
                throw new DataException(source, line, $"{columns.Length} columns expected ({string.Join(' ', columns)}), {words.Length} found");

            var numbers = new double[words.Length];
            for (var i = 0; i < words.Length; i++)
            {
                if (!double.TryParse(words[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i]))
                    throw new DataException(source, line, $"{columns[i]} '{words[i]}' is not a finite number");
            }

            yield return new(source, line, columns, numbers);
        }
    }
}

using System.Globalization;

namespace Swarm.Evaluation;

/// <summary>A list of sequences as KITTI's evaluation reads it, with a number for each.</summary>
internal static class SequenceMap
{
    public const string FileName = "seqmap.txt";

    /// <summary>
    /// Reads lines such as <c>0003 empty 000000 000197</c>: the first frame is 0. Whether the last number is that of the last frame or of
    /// the one after it differs from one data set to another.
    /// </summary>
    /// <param name="source">Named in errors, with the line.</param>
    /// <exception cref="DataException">A line is not as described.</exception>
    public static SortedDictionary<string, int> Read(TextReader text, string source)
    {
        var last = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var line = 1; text.ReadLine() is { } content; line++)
        {
            if (string.IsNullOrWhiteSpace(content))
                continue;
            if (content.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var name, _, var from, var to]
                || !int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                || !int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || first != 0
                || !last.TryAdd(name, number))
                throw new DataException(source, line, $"a new sequence, 'empty', frame 0 and the last frame expected, '{content}' found");
        }

        return last;
    }
}

using System.Globalization;
using Swarm.Domain;
using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary>Reads a courier's trace: <c>timestamp,x,y,groundtruth</c> with a header line.</summary>
internal static class CourierReader
{
    private const string Header = "timestamp,x,y,groundtruth";

    /// <param name="name">Names the trace, and the source in errors.</param>
    /// <exception cref="DataException">A line is not as described, times do not rise, or there are fewer than two fixes.</exception>
    public static CourierTrace Read(TextReader text, string name)
    {
        if (text.ReadLine() is not Header)
            throw new DataException(name, 1, $"'{Header}' expected");
        var fixes = new List<CourierFix>();
        DateTime? start = null;
        for (var line = 2; text.ReadLine() is { } content; line++)
        {
            if (string.IsNullOrWhiteSpace(content))
                continue;
            if (content.Split(',') is not [var timestamp, var x, var y, var activity])
                throw new DataException(name, line, $"'{Header}' expected, '{content}' found");
            var time = Time(timestamp, name, line);
            start ??= time;
            var fix = new CourierFix(
                time - start.Value,
                new Point2(Metres(x, name, line), Metres(y, name, line)),
                Activity(activity, name, line));
            if (fixes.Count > 0 && fix.Time <= fixes[^1].Time)
                throw new DataException(name, line, $"{timestamp} is not later than the fix before it");
            fixes.Add(fix);
        }

        return fixes.Count >= 2 ? new CourierTrace(name, fixes) : throw new DataException($"{name}: two fixes or more expected");
    }

    /// <summary>Nine decimals of a second are written; a <see cref="DateTime"/> holds seven.</summary>
    private static DateTime Time(string text, string name, int line) =>
        DateTime.TryParseExact(
            text.Length > 27 ? text[..27] : text,
            "yyyy-MM-dd HH:mm:ss.FFFFFFF",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time)
            ? time
            : throw new DataException(name, line, $"'{text}' is not a time such as 1964-01-12 00:00:05.007000208");

    private static double Metres(string text, string name, int line) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw new DataException(name, line, $"'{text}' is not a finite number of metres");

    private static CourierActivity Activity(string text, string name, int line) => text switch
    {
        "OnFoot" => CourierActivity.OnFoot,
        "Driving" => CourierActivity.Driving,
        _ => throw new DataException(name, line, $"'{text}' is neither OnFoot nor Driving"),
    };
}

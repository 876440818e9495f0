using System.Globalization;
using System.Numerics;

namespace Swarm.Evaluation;

/// <summary>A line of a file of columns, read by the columns' names. What is wrong with it is said with the file and the line.</summary>
/// <param name="Source">Named in errors.</param>
/// <param name="Line">From 1.</param>
internal sealed record ColumnRow(string Source, int Line, IReadOnlyList<string> Columns, IReadOnlyList<string> Values)
{
    public string this[string column]
    {
        get
        {
            for (var index = 0; index < Columns.Count; index++)
            {
                if (Columns[index] == column)
                    return Values[index];
            }

            throw new ArgumentException($"there is no column {column}", nameof(column));
        }
    }

    public DataException Error(string message) => new(Source, Line, message);

    public int Count(string column) =>
        Parse<int>(column, NumberStyles.None) ?? throw Error($"{column} '{this[column]}' is not a whole number of 0 or more");

    public double Number(string column) =>
        Parse<double>(column, NumberStyles.Float) is { } value && double.IsFinite(value)
            ? value
            : throw Error($"{column} '{this[column]}' is not a finite number");

    /// <summary>The columns <c>h w l x y z ry</c>.</summary>
    public UprightBox Box()
    {
        foreach (var side in (ReadOnlySpan<string>)["h", "w", "l"])
        {
            if (Number(side) <= 0)
                throw Error($"{side} {this[side]} is not a positive length");
        }

        return new(Number("h"), Number("w"), Number("l"), Number("x"), Number("y"), Number("z"), Number("ry"));
    }

    /// <summary>The columns <c>x1 y1 x2 y2</c>.</summary>
    public ImageBox ImageBox() => new(Number("x1"), Number("y1"), Number("x2"), Number("y2"));

    private T? Parse<T>(string column, NumberStyles styles)
        where T : struct, INumberBase<T> =>
        T.TryParse(this[column], styles, CultureInfo.InvariantCulture, out var value) ? value : null;
}

using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Swarm.Benchmarks;

/// <summary>Prints figures: for people as a table that is Markdown too, for programs as JSON with what they were measured on.</summary>
internal static class Report
{
    private const int Width = 250;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Json<TOptions, TRow>(string benchmark, TOptions options, IReadOnlyList<TRow> rows) => Console.WriteLine(JsonSerializer.Serialize(
        new
        {
            benchmark,
            machine = new { cores = Environment.ProcessorCount, os = RuntimeInformation.OSDescription, runtime = RuntimeInformation.FrameworkDescription },
            options,
            rows,
        },
        Options));

    public static void Table<TRow>(IReadOnlyList<TRow> rows, params (string Heading, Func<TRow, string> Cell)[] columns)
    {
        var table = new Table().Border(TableBorder.Markdown);
        foreach (var (heading, _) in columns)
            table.AddColumn(new TableColumn(heading).NoWrap().RightAligned());

        foreach (var row in rows)
            table.AddRow([.. columns.Select(column => Markup.Escape(column.Cell(row)))]);

        AnsiConsole.Profile.Width = Width;
        AnsiConsole.Write(table);
    }

    public static void Progress(string text) => Console.Error.WriteLine(text);

    public static string Number(double value, int decimals = 0) => value.ToString($"N{decimals}", CultureInfo.InvariantCulture);
}

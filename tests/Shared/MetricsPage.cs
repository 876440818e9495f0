using System.Text.RegularExpressions;

namespace Swarm.Tests;

/// <summary>What <c>docs/metrics.md</c> says that there is.</summary>
internal static partial class MetricsPage
{
    private static readonly string Text = Read();

    /// <summary>The names of the instruments of a meter, sorted.</summary>
    public static IReadOnlyList<string> Instruments(string meter)
    {
        var start = Text.IndexOf($"## Meter `{meter}`", StringComparison.Ordinal);
        var end = Text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return [.. FirstCell().Matches(Text[start..end]).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal)];
    }

    /// <summary>The names of the activities of a source, sorted.</summary>
    public static IReadOnlyList<string> Activities(string source) =>
        [.. ActivityRow().Matches(Text).Where(match => match.Groups[1].Value == source).Select(match => match.Groups[2].Value).Order(StringComparer.Ordinal)];

    private static string Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Swarm.sln")))
            folder = folder.Parent;

        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "metrics.md"));
    }

    [GeneratedRegex(@"^\| `([a-z.]+)` \|", RegexOptions.Multiline)]
    private static partial Regex FirstCell();

    [GeneratedRegex(@"^\| `(Swarm\.[A-Za-z]+)` \| `([a-z ]+)` \|", RegexOptions.Multiline)]
    private static partial Regex ActivityRow();
}

using System.Text.RegularExpressions;

namespace Swarm.Vda5050.Tests;

/// <summary>The table of <c>docs/fleet.md</c> names types and tests that there are.</summary>
public sealed partial class FleetPageTests
{
    private static readonly string[][] Rows =
    [
        .. File.ReadLines(Path.Combine(Root(), "docs", "fleet.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|')).Where(cells => cells.Length == 4).Skip(1),
    ];

    [Fact]
    public void Table_NamesTypes_ThatThereAre()
    {
        var types = typeof(VdaCodec).Assembly.GetTypes().Select(type => type.Name.Split('`')[0]).ToHashSet();

        Assert.True(Rows.Length > 50, $"{Rows.Length} rows");
        Assert.All(Rows, row => Assert.NotEmpty(Names(row[2])));
        Assert.DoesNotContain(Rows.SelectMany(row => Names(row[2])), name => !types.Contains(name));
    }

    [Fact]
    public void Table_NamesTests_ThatThereAre()
    {
        var tests = typeof(FleetPageTests).Assembly.GetTypes().Where(type => type.IsPublic)
            .SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}").Append(type.Name)).ToHashSet();

        Assert.All(Rows, row => Assert.NotEmpty(Names(row[3])));
        Assert.DoesNotContain(Rows.SelectMany(row => Names(row[3])), name => !tests.Contains(name));
    }

    private static string[] Names(string cell) => [.. Code().Matches(cell).Select(match => match.Groups[1].Value)];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Swarm.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex("`([A-Za-z0-9_.]+)`")]
    private static partial Regex Code();
}

using System.Text.Json;

namespace Swarm.Cli.Tests;

public sealed class EvaluateMrClamTests
{
    [Theory]
    [InlineData("Barcodes.dat is missing", "/no/such/folder")]
    public async Task EvaluateMrClam_NoRecording_SaysSoAndReturnsTwo(string fault, string folder)
    {
        var (code, _, error) = await CommandLine.RunAsync("evaluate", "mrclam", folder);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(fault, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no robot 7", "--mapped", "1,7")]
    [InlineData("--mapped one: robots by commas expected", "--mapped", "one")]
    [InlineData("nothing is left after the 5000 s", "--calibration", "5000")]
    public async Task EvaluateMrClam_OptionsThatCannotBe_SaysWhy(string fault, params string[] more)
    {
        var (code, _, error) = await CommandLine.RunAsync(["evaluate", "mrclam", Folder(), .. more]);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(fault, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EvaluateMrClam_Json_HasARowForEachRobotAndTheTeam()
    {
        var (code, output, error) = await CommandLine.RunAsync("evaluate", "mrclam", Folder(), "--json");

        Assert.True(code == ExitCode.Success, error);
        var rows = JsonElement.Parse(output).EnumerateArray().ToList();
        Assert.Equal(
            new[] { "deadReckoning", "alone", "naive", "cooperative" }.SelectMany(method => Enumerable.Repeat(method, 6)),
            rows.Select(row => row.GetProperty("method").GetString()));
        var team = rows[^1];
        Assert.Equal("team", team.GetProperty("robot").GetString());
        Assert.True(team.GetProperty("positionRmse").GetDouble() < 0.35);
        Assert.True(team.GetProperty("neesInside").GetBoolean());
        Assert.InRange(team.GetProperty("nees").GetDouble(), team.GetProperty("neesLow").GetDouble(), team.GetProperty("neesHigh").GetDouble());
        Assert.Equal(["1", "2", "3", "4", "5"], rows.SkipLast(1).TakeLast(5).Select(row => row.GetProperty("robot").GetString()));
        Assert.False(rows[^2].GetProperty("knowsMap").GetBoolean());
    }

    [Fact]
    public async Task EvaluateMrClam_UnknownStart_PrintsATableForEachWay()
    {
        var (code, output, error) = await CommandLine.RunAsync("evaluate", "mrclam", Folder(), "--start", "unknown", "--mapped", "2,3");

        Assert.True(code == ExitCode.Success, error);
        Assert.Contains("together, by split covariance intersection; 2 and 3 know the map", output, StringComparison.Ordinal);
        Assert.Equal(4, output.Split('\n').Count(line => line.Contains("│ team", StringComparison.Ordinal)));
    }

    private static string Folder() => Path.Combine(RecordedData.Require("mrclam"), "MRCLAM_Dataset6");
}

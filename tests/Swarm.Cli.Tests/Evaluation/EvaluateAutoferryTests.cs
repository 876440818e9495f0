using System.Text.Json;

namespace Swarm.Cli.Tests;

public sealed class EvaluateAutoferryTests
{
    [Fact]
    public async Task EvaluateAutoferry_NoRecording_SaysSoAndReturnsTwo()
    {
        var (code, _, error) = await CommandLine.RunAsync("evaluate", "autoferry", "/no/such/folder");

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("there is no folder /no/such/folder", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no scenario 7", "7")]
    [InlineData("names of scenarios by commas expected", ",")]
    public async Task EvaluateAutoferry_SequencesThatCannotBe_SaysWhy(string fault, string sequences)
    {
        var (code, _, error) = await CommandLine.RunAsync("evaluate", "autoferry", RecordedData.Require("autoferry"), "--sequences", sequences);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(fault, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EvaluateAutoferry_Json_HasARowForEachInputAndScenarioAndAll()
    {
        var (code, output, error) = await CommandLine.RunAsync("evaluate", "autoferry", RecordedData.Require("autoferry"), "--sequences", "4,16", "--json");

        Assert.True(code == ExitCode.Success, error);
        var rows = JsonElement.Parse(output).EnumerateArray().ToList();
        Assert.Equal(
            new[] { "lidar", "radar", "infrared", "daylight", "active", "fused", "inOrder" }.SelectMany(input => new[] { "4", "16", "all" }, (input, scenario) => (input, scenario)),
            rows.Select(row => (row.GetProperty("input").GetString()!, row.GetProperty("scenario").GetString()!)));
        Assert.All(rows, row =>
        {
            Assert.InRange(row.GetProperty("GOSPA").GetDouble(), 1, 25);
            Assert.True(row.GetProperty("localisation").GetDouble() + row.GetProperty("missed").GetDouble() + row.GetProperty("false").GetDouble() > 0);
            Assert.True(row.GetProperty("framesPerSecond").GetDouble() > 0);
        });
    }
}

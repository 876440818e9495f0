using System.Text.Json;

namespace Swarm.Cli.Tests;

public sealed class EvaluateTests
{
    private static readonly string[] Keys =
        ["input", "countFalsePositives", "AMOTA", "sAMOTA", "AMOTP", "MOTA", "IDS", "FRAG", "FP", "FN", "framesPerSecond"];

    [Theory]
    [InlineData("there is no folder /no/such/folder", "v2v4real", "/no/such/folder")]
    [InlineData("--tracks cannot go with --from-tracks", "v2v4real", "/x", "--tracks", "a", "--from-tracks", "b")]
    [InlineData("there is no folder /no/such/folder", "kitti", "/no/such/folder")]
    [InlineData("--sequences: names of sequences", "v2v4real", "/x", "--sequences", ",")]
    [InlineData("there is no data set nowhere; there are v2v4real, kitti", "nowhere", "/x")]
    [InlineData("a data set expected; there are v2v4real, kitti")]
    public async Task Evaluate_WrongArguments_SaysWhyAndReturnsTwo(string fault, params string[] args)
    {
        var (code, output, error) = await CommandLine.RunAsync(["evaluate", .. args]);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(fault, error + output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_UnknownSequence_ListsTheOnesThere()
    {
        var (code, _, error) = await CommandLine.RunAsync("evaluate", "v2v4real", RecordedData.Require("v2v4real"), "--sequences", "0003,0042");

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("no sequence 0042", error, StringComparison.Ordinal);
        Assert.Contains("there are 0003, 0005, 0006", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_StoppedFromTheKeyboard_SaysSoAndReturns130()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        var (code, _, error) = await CommandLine.RunAsync(stopped.Token, "evaluate", "v2v4real", RecordedData.Require("v2v4real"));

        Assert.Equal(ExitCode.Interrupted, code);
        Assert.EndsWith($"swarm: stopped{Environment.NewLine}", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_Reliability_PrintsHowOftenTracksAreTrue()
    {
        var data = RecordedData.Require("v2v4real");

        var (code, output, _) = await CommandLine.RunAsync("evaluate", "v2v4real", data, "--sequences", "0003", "--reliability");
        var (withJson, _, error) = await CommandLine.RunAsync("evaluate", "v2v4real", data, "--sequences", "0003", "--reliability", "--json");

        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("both: expected error 0.", output, StringComparison.Ordinal);
        Assert.Contains("0.9–1.0", output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, withJson);
        Assert.Contains("--reliability goes neither with --json", error, StringComparison.Ordinal);
    }

    /// <summary>What is written as tracks and scored from there has the same figures, number for number.</summary>
    [Theory]
    [InlineData("v2v4real", "v2v4real", "0003", "ego cav1 both", "0.25")]
    [InlineData("kitti", "kitti_tracking", "0015", "car pedestrian cyclist", "0.25 0.5")]
    public async Task Evaluate_TracksWrittenAndReadAgain_HaveTheSameFigures(
        string dataset, string folder, string sequence, string inputs, string overlaps)
    {
        var data = RecordedData.Require(folder);
        var tracks = Directory.CreateTempSubdirectory("swarm-tracks-").FullName;
        try
        {
            var written = await RunAsync(dataset, data, "--sequences", sequence, "--tracks", tracks);
            var read = await RunAsync(dataset, data, "--sequences", sequence, "--from-tracks", tracks);

            Assert.Equal(
                inputs.Split(' ').SelectMany(input => overlaps.Split(' ').SelectMany(iou => new[] { $"{input} {iou} true", $"{input} {iou} false" })),
                written.Select(row => $"{row.GetProperty("input")} {row.GetProperty("iou").GetRawText()} {row.GetProperty("countFalsePositives").GetRawText()}"));
            Assert.All(written, row => Assert.Equal(Keys, row.EnumerateObject().Take(Keys.Length).Select(property => property.Name)));
            Assert.All(written, row => Assert.True(row.GetProperty("framesPerSecond").GetDouble() > 0));
            Assert.Equal(written.Select(FiguresOf).Order(), read.Select(FiguresOf).Order());
        }
        finally
        {
            Directory.Delete(tracks, recursive: true);
        }
    }

    /// <summary>A peer's own tracks come out with its own figures, which stand beside them where all its sequences are scored.</summary>
    [Theory]
    [InlineData(true, "v2v4real", "v2v4real")]
    [InlineData(true, "kitti", "kitti_tracking")]
    [InlineData(false, "v2v4real", "v2v4real", "--sequences", "0003,0005")]
    public async Task Evaluate_TracksOfAPeer_StandBesideItsFigures(bool comparable, string dataset, string folder, params string[] more)
    {
        var data = RecordedData.Require(folder);

        var (code, output, error) = await CommandLine.RunAsync(
            ["evaluate", dataset, data, "--from-tracks", Path.Combine(data, "reference"), .. more]);

        Assert.True(code == ExitCode.Success, error);
        Assert.Contains("every false positive counted", output, StringComparison.Ordinal);
        Assert.Equal(comparable, output.Contains("AB3DMOT", StringComparison.Ordinal));
        foreach (var peer in output.Split('\n').Where(line => line.Contains("AB3DMOT", StringComparison.Ordinal)))
        {
            var figures = string.Join('│', peer.Split('│')[3..12]);
            Assert.Contains(output.Split('\n'), line => line.Contains("given", StringComparison.Ordinal) && line.Contains(figures, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Evaluate_FolderWithoutTracks_SaysWhatIsMissing()
    {
        var (code, _, error) = await CommandLine.RunAsync(
            "evaluate", "v2v4real", RecordedData.Require("v2v4real"), "--from-tracks", AppContext.BaseDirectory);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("0003.txt is missing", error, StringComparison.Ordinal);
    }

    private static string FiguresOf(JsonElement row) =>
        string.Join(' ', row.EnumerateObject().Where(property => property.Name != "framesPerSecond").Select(property => property.Value.GetRawText()));

    private static async Task<List<JsonElement>> RunAsync(params string[] args)
    {
        var (code, output, error) = await CommandLine.RunAsync(["evaluate", .. args, "--json"]);

        Assert.True(code == ExitCode.Success, error);
        return [.. JsonElement.Parse(output).EnumerateArray()];
    }
}

using System.Text.Json;

namespace Swarm.Cli.Tests;

public sealed class FitTests
{
    [Theory]
    [InlineData("there is no folder /no/such/folder", "/no/such/folder")]
    public async Task Fit_WrongArguments_SaysWhyAndReturnsTwo(string fault, params string[] args)
    {
        var (code, output, error) = await CommandLine.RunAsync(["fit", "v2v4real", .. args]);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(fault, error + output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fit_RealRecording_PrintsTheFitAndWritesIt()
    {
        var data = RecordedData.Require("v2v4real");
        var file = Path.Combine(Directory.CreateTempSubdirectory("swarm-fit-").FullName, "detectors.json");
        try
        {
            var (code, output, _) = await CommandLine.RunAsync("fit", "v2v4real", data, "--out", file);

            Assert.Equal(ExitCode.Success, code);
            Assert.Contains("29,961", output, StringComparison.Ordinal);
            using var written = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            Assert.Equal("train", written.RootElement.GetProperty("origin").GetProperty("split").GetString());
            Assert.Equal(29_822, written.RootElement.GetProperty("cav1").GetProperty("detections").GetInt32());
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }
}

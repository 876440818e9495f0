using System.Text.Json;

namespace Swarm.Cli.Tests;

public sealed class ModelsCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("swarm-models-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("--package and --from exclude each other", "import", "centernet", "--package", "x.tgz", "--from", "y")]
    [InlineData("there is no manifest /no/such.json: `swarm models import centernet`", "show", "--model", "/no/such.json")]
    [InlineData("there is no folder /no/such/folder", "ladder", "/no/such/folder")]
    public async Task Models_WrongArguments_SaysWhyAndReturnsTwo(string fault, params string[] args)
    {
        var (code, output, error) = await CommandLine.RunAsync(["models", .. args]);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(fault, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--package")]
    [InlineData("--from")]
    public async Task Import_NoPackageThere_SaysWhyAndReturnsOne(string option)
    {
        var (code, output, error) = await CommandLine.RunAsync("models", "import", "centernet", option, Path.Combine(_folder.FullName, "nothing"), "--out", _folder.FullName);

        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("swarm: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_BrokenManifest_SaysWhyAndReturnsOne()
    {
        var manifest = Path.Combine(_folder.FullName, "m.json");
        await File.WriteAllTextAsync(manifest, "{}", TestContext.Current.CancellationToken);

        var (code, _, error) = await CommandLine.RunAsync("models", "show", "--model", manifest);

        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains(manifest, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_OfTheImport_SaysWhatIsKnownOfTheLicence()
    {
        var (code, output, _) = await CommandLine.RunAsync("models", "import", "centernet", "--help");

        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("No licence is known for the original weights", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_RealPackage_DetectsAndClimbsTheLadder()
    {
        var frames = RecordedData.Require("vtest");
        var manifest = await ImportAsync();
        var few = Directory.CreateDirectory(Path.Combine(_folder.FullName, "frames")).FullName;
        foreach (var frame in new[] { "frame_0000.jpg", "frame_0320.jpg" })
            File.Copy(Path.Combine(frames, frame), Path.Combine(few, frame));

        var (shown, table, _) = await CommandLine.RunAsync("models", "show", "--model", manifest);
        var (detected, boxes, _) = await CommandLine.RunAsync(
            "models", "detect", Path.Combine(few, "frame_0320.jpg"), "--model", manifest, "--size", "512", "--json");
        var (wrong, _, fault) = await CommandLine.RunAsync("models", "detect", Path.Combine(few, "frame_0320.jpg"), "--model", manifest, "--size", "500");
        var (climbed, rungs, _) = await CommandLine.RunAsync("models", "ladder", few, "--model", manifest, "--json");

        Assert.Equal((ExitCode.Success, ExitCode.Success, ExitCode.Success), (shown, detected, climbed));
        Assert.Contains("No licence is known", table, StringComparison.Ordinal);
        using (var found = JsonDocument.Parse(boxes))
            Assert.Equal("person", found.RootElement[0].GetProperty("boxes")[0].GetProperty("name").GetString());
        Assert.Equal(ExitCode.Usage, wrong);
        Assert.Contains("has no size 500", fault, StringComparison.Ordinal);
        using var figures = JsonDocument.Parse(rungs);
        Assert.Equal([256, 384, 512, 768], figures.RootElement.EnumerateArray().Select(rung => rung.GetProperty("size").GetInt32()));
        Assert.Equal(1, figures.RootElement[3].GetProperty("sure").GetProperty("recall").GetDouble());
    }

    private async Task<string> ImportAsync()
    {
        var package = await HumanPackage.RequireAsync();
        var unpacked = Directory.CreateDirectory(Path.Combine(_folder.FullName, "package", "models")).Parent!.FullName;
        var cancellation = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(Path.Combine(unpacked, "package.json"), $$"""{"version":"{{package.Version}}"}""", cancellation);
        await File.WriteAllBytesAsync(Path.Combine(unpacked, "models", "centernet.json"), package.Graph, cancellation);
        await File.WriteAllBytesAsync(Path.Combine(unpacked, "models", "centernet.bin"), package.Weights, cancellation);
        var output = Path.Combine(_folder.FullName, "out");
        var (code, _, error) = await CommandLine.RunAsync("models", "import", "centernet", "--from", unpacked, "--out", output);
        Assert.True(code == ExitCode.Success, error);
        return Path.Combine(output, "centernet.json");
    }
}

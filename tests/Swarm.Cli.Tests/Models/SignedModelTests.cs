using Swarm.Inference;

namespace Swarm.Cli.Tests;

/// <summary><c>swarm models keygen</c>, <c>sign</c> and <c>verify</c>.</summary>
public sealed class SignedModelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("swarm-models-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Verify_SignedReflex_LoadsIt()
    {
        var (package, _) = await SignAsync(ReflexNet.ShippedBytes());

        var (code, output, _) = await CommandLine.RunAsync("models", "verify", package, "--key", Public());
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("reflex 2: whole", output, StringComparison.Ordinal);
        Assert.Contains("agrees with ONNX Runtime", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_LargeModel_ContentIsBesideThePackage()
    {
        var (package, model) = await SignAsync(new byte[ModelPackage.MostContent + 1], name: "large");
        Assert.True(new FileInfo(package).Length < 2000);
        Assert.Equal(ExitCode.Success, (await CommandLine.RunAsync("models", "verify", package, "--key", Public())).ExitCode);

        await File.WriteAllBytesAsync(model, new byte[100], TestContext.Current.CancellationToken);
        var (code, _, error) = await CommandLine.RunAsync("models", "verify", package, "--key", Public());
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("truncated", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AnotherKey_SaysSo()
    {
        var (package, _) = await SignAsync(ReflexNet.ShippedBytes());
        var other = Path.Combine(_folder, "other");
        await CommandLine.RunAsync("models", "keygen", "--out", other);

        var (code, _, error) = await CommandLine.RunAsync("models", "verify", package, "--key", Path.Combine(other, ModelKeyFiles.PublicName));
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("not trusted here", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_NoPackage_SaysSo()
    {
        await CommandLine.RunAsync("models", "keygen", "--out", _folder);
        var (code, _, error) = await CommandLine.RunAsync("models", "verify", Public(), "--key", Public());

        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("no signed model", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keygen_KeysThere_AreKept()
    {
        await CommandLine.RunAsync("models", "keygen", "--out", _folder);
        var before = await File.ReadAllTextAsync(Public(), TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Usage, (await CommandLine.RunAsync("models", "keygen", "--out", _folder)).ExitCode);
        Assert.Equal(before, await File.ReadAllTextAsync(Public(), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("re/flex", "2", "cannot be a model's name")]
    [InlineData("reflex", "shipped", "part of the program")]
    public async Task Sign_NameThatCannotBe_SaysSo(string name, string version, string said)
    {
        await CommandLine.RunAsync("models", "keygen", "--out", _folder);
        var model = Path.Combine(_folder, "model.onnx");
        await File.WriteAllBytesAsync(model, [1], TestContext.Current.CancellationToken);

        var (code, _, error) = await CommandLine.RunAsync(
            "models", "sign", model, "--key", Path.Combine(_folder, ModelKeyFiles.PrivateName), "--name", name, "--version", version);
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    private string Public() => Path.Combine(_folder, ModelKeyFiles.PublicName);

    private async Task<(string Package, string Model)> SignAsync(byte[] content, string name = "reflex")
    {
        await CommandLine.RunAsync("models", "keygen", "--out", _folder);
        var model = Path.Combine(_folder, "model.onnx");
        await File.WriteAllBytesAsync(model, content, TestContext.Current.CancellationToken);
        var (code, _, error) = await CommandLine.RunAsync(
            "models", "sign", model, "--key", Path.Combine(_folder, ModelKeyFiles.PrivateName), "--name", name, "--version", "2");
        Assert.True(code == ExitCode.Success, error);
        return (model + ModelPackage.FileSuffix, model);
    }
}

using Swarm.Inference;

namespace Swarm.Cli.Tests;

public sealed class TrainReflexTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("swarm-train-").FullName;

    [Fact]
    public async Task Train_SameSeedTwice_SameBytesAndANetThatTheReflexTakes()
    {
        try
        {
            string[] files = [Path.Combine(_folder, "a.onnx"), Path.Combine(_folder, "b.onnx")];
            var output = "";
            foreach (var file in files)
            {
                (var code, output, _) = await CommandLine.RunAsync(
                    "train", "reflex", "--seed", "3", "--encounters", "2000", "--epochs", "2", "--tests", "300", "--out", file);
                Assert.Equal(ExitCode.Success, code);
            }

            var bytes = await File.ReadAllBytesAsync(files[0], TestContext.Current.CancellationToken);
            Assert.Equal(bytes, await File.ReadAllBytesAsync(files[1], TestContext.Current.CancellationToken));
            Assert.Contains("limit alone", output, StringComparison.Ordinal);
            var net = ReflexNet.Load(bytes);
            Assert.Equal(("3", "2000"), (net.Figures["seed"], net.Figures["encounters"]));
            Assert.True(net.Figures.ContainsKey("both.missedStops"));
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task Train_StoppedFromTheKeyboard_SaysSoAndWritesNothing()
    {
        var file = Path.Combine(_folder, "c.onnx");
        try
        {
            using var stopped = new CancellationTokenSource();
            await stopped.CancelAsync();

            var (code, _, error) = await CommandLine.RunAsync(stopped.Token, "train", "reflex", "--out", file);

            Assert.Equal(ExitCode.Interrupted, code);
            Assert.EndsWith($"swarm: stopped{Environment.NewLine}", error, StringComparison.Ordinal);
            Assert.False(File.Exists(file));
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("--encounters 5: 100 to 10000000 expected", "--encounters", "5")]
    [InlineData("there is no folder", "--out", "/no/such/folder/reflex.onnx")]
    public async Task Train_WrongArguments_SaysWhyAndReturnsTwo(string fault, params string[] args)
    {
        var (code, output, error) = await CommandLine.RunAsync(["train", "reflex", .. args]);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(fault, error + output, StringComparison.Ordinal);
        Directory.Delete(_folder, recursive: true);
    }
}

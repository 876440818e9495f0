namespace Swarm.Cli.Tests;

public sealed class SwarmCommandTests
{
    [Theory]
    [InlineData("there is no folder /no/such/folder", "v2v4real", "/no/such/folder", "--sequence", "0003")]
    [InlineData("there is no folder /no/such/folder", "couriers", "/no/such/folder")]
    [InlineData("--speed 5 cannot go with --mqtt", "v2v4real", "/x", "--sequence", "0003", "--mqtt", "mqtt://127.0.0.1:1", "--speed", "5")]
    [InlineData("--speed 1000: 0.1 to 20 expected", "v2v4real", "/x", "--sequence", "0003", "--speed", "1000")]
    [InlineData("--mqtt nowhere: mqtt://host:port", "couriers", "/x", "--mqtt", "nowhere")]
    [InlineData("--site a/b: a name is", "couriers", "/x", "--site", "a/b")]
    [InlineData("--count 0: 1 to 10000 expected", "couriers", "/x", "--count", "0")]
    [InlineData("--rate NaN: 0.1 to 20 expected", "couriers", "/x", "--rate", "NaN")]
    [InlineData("Option '--sequence' is required", "v2v4real", "/x")]
    public async Task Replay_WrongArguments_SaysWhyAndReturnsTwo(string fault, params string[] args)
    {
        var (code, output, error) = await CommandLine.RunAsync(["replay", .. args]);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(fault, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulate_WrongArguments_SaysWhyAndReturnsTwo()
    {
        var (code, _, error) = await CommandLine.RunAsync("simulate", "--mqtt", "nowhere");

        Assert.Equal((ExitCode.Usage, true), (code, error.Contains("--mqtt nowhere", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Replay_StoppedFromTheKeyboard_SaysSoAndReturns130()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        var (code, _, error) = await CommandLine.RunAsync(stopped.Token, "replay", "couriers", RecordedData.Require("couriers"), "--count", "1");

        Assert.Equal(ExitCode.Interrupted, code);
        Assert.EndsWith($"swarm: stopped{Environment.NewLine}", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_UnknownSequence_ListsTheOnesThere()
    {
        var (code, _, error) = await CommandLine.RunAsync("replay", "v2v4real", RecordedData.Require("v2v4real"), "--sequence", "0042");

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("no sequence 0042", error, StringComparison.Ordinal);
        Assert.Contains("there are 0003, 0005, 0006", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_OfAReplay_SaysHowItJudges()
    {
        var (code, output, _) = await CommandLine.RunAsync("replay", "v2v4real", "--help");

        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("within 2 m", output, StringComparison.Ordinal);
    }
}

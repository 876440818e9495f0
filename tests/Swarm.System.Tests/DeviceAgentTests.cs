using System.Text.Json.Nodes;
using Swarm.SystemTests.Harness;

namespace Swarm.SystemTests;

/// <summary>The device agent as it is shipped. How fast it is belongs to the benchmark: here only what must hold however slow the machine is.</summary>
public sealed class DeviceAgentTests(PublishedAgent agent) : IClassFixture<PublishedAgent>
{
    [Fact(Timeout = Patience.Test + Patience.PublishMilliseconds)]
    public async Task Publish_AheadOfTime_WithoutAWarning()
    {
        await agent.ReadyAsync();

        Assert.DoesNotContain("warning", agent.Printed, StringComparison.OrdinalIgnoreCase);
        Assert.False(File.Exists(Path.ChangeExtension(agent.Program, ".dll")), "The agent is not compiled ahead of time.");
    }

    [Fact(Timeout = Patience.Test + Patience.PublishMilliseconds)]
    public async Task Run_TwoSeconds_EveryTickHasAVerdictAndNothingIsAllocated()
    {
        await agent.ReadyAsync();
        await using var process = new ChildProcess(agent.Program, ["--seconds", "2", "--json"], agent.Folder);

        Assert.Equal(0, await process.WaitForExitAsync());
        var statistics = JsonNode.Parse(process.Printed.Split('\n').Single(line => line.StartsWith('{')))!;
        Assert.True((long)statistics["ticks"]! > 0);
        Assert.Equal((0, 0), ((long)statistics["missed"]!, (long)statistics["allocatedBytes"]!));
        Assert.Contains("agrees with ONNX Runtime", process.Printed, StringComparison.Ordinal);
        Assert.Contains("priority: ", process.Printed, StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience.Test + Patience.PublishMilliseconds)]
    public async Task Run_WithoutOnnxRuntime_SaysThatNothingWasCompared()
    {
        await agent.ReadyAsync();
        using var folder = new TempFolder();
        File.Copy(agent.Program, folder["swarm-device"]);
        await using var process = new ChildProcess(folder["swarm-device"], ["--seconds", "1", "--no-priority"], folder.Path);

        Assert.Equal(0, await process.WaitForExitAsync());
        Assert.Contains("was not compared with ONNX Runtime", process.Printed, StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience.Test + Patience.PublishMilliseconds)]
    public async Task Run_WithASite_ConnectsAndEndsCleanlyOnInterrupt()
    {
        await agent.ReadyAsync();
        await using var broker = await Mosquitto.StartedAsync();
        await using var process = new ChildProcess(agent.Program, ["--mqtt", broker.Url, "--report", "0.2"], agent.Folder);
        await Eventually.HoldsAsync(() => process.Printed.Contains("site: Connected", StringComparison.Ordinal), Patience.Start, "the agent reaches the site");

        Assert.Equal(0, await process.InterruptAsync());
        Assert.Contains(" 0 B allocated", process.Printed.Split('\n')[^1], StringComparison.Ordinal);
    }

    [Theory(Timeout = Patience.Test + Patience.PublishMilliseconds)]
    [InlineData("--ranges", "nowhere")]
    [InlineData("--mqtt", "nowhere")]
    [InlineData("--device", "a/b")]
    [InlineData("--rate", "0")]
    public async Task Run_BadOption_NamesOptionAndValue(string option, string value)
    {
        await agent.ReadyAsync();
        await using var process = new ChildProcess(agent.Program, [option, value], agent.Folder);

        Assert.Equal(2, await process.WaitForExitAsync());
        Assert.Contains($"{option} {value}: ", process.Printed, StringComparison.Ordinal);
    }
}

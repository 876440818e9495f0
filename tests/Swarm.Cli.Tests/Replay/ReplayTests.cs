using System.Text.Json;
using Swarm.Domain;

namespace Swarm.Cli.Tests;

/// <summary>Real recordings through a whole site in this process: silo, bridge, embedded broker, devices over TCP.</summary>
public sealed class ReplayTests
{
    [Fact]
    public async Task V2V4Real_OneSequence_TellsTheFirstCarOfWhatItNeverSaw()
    {
        var figures = await RunAsync("v2v4real", RecordedData.Require("v2v4real"), "--sequence", "0006", "--speed", "8");

        var all = figures.GetProperty("all");
        Assert.Equal(304, Count(all, "frames"));
        Assert.Equal((55, 14, 11), (Count(all, "objects"), Count(all, "neverSeen"), Count(all, "neverSeenButByOther")));
        Assert.InRange(Count(all, "neverSeenButTold"), 1, 14);
        Assert.InRange(Count(all, "toldAhead"), 1, Count(all, "otherFirst"));
        Assert.True(Count(all, "boxesSeenOrTold") > Count(all, "boxesSeen"));
        Assert.True(Count(all, "toldBoxes") - Count(all, "falseBoxes") > 100);
    }

    [Fact]
    public async Task Couriers_AtOnce_LoseNothing()
    {
        var figures = await RunAsync(
            "couriers", RecordedData.Require("couriers"), "--count", "20", "--duration", "30", "--speed", "8");

        Assert.Equal(600, Count(figures, "sent") + Count(figures, "silent"));
        Assert.Equal((0, 0, 0), (Count(figures, "lost"), Count(figures, "unsent"), Count(figures, "refused")));
        Assert.Equal(20, Count(figures, "upToDate"));
        Assert.True(Count(figures, "hazardLists") >= 20 * 25);
    }

    [Fact]
    public async Task Couriers_ThroughARunningSite_PlayAtRealSpeed()
    {
        var data = RecordedData.Require("couriers");
        await using var site = await OwnSite.StartAsync(
            new SiteInfo(new SiteId("yard"), default, CellSize: 100), speed: 1, TestContext.Current.CancellationToken);

        var figures = await RunAsync(
            "couriers", data, "--count", "5", "--duration", "3", "--site", "yard", "--mqtt", $"mqtt://127.0.0.1:{site.Broker.Port}");

        Assert.Equal(15, Count(figures, "sent") + Count(figures, "silent"));
        Assert.InRange(figures.GetProperty("speed").GetDouble(), 0.1, 1.1);
        Assert.Equal(JsonValueKind.Null, figures.GetProperty("handled").ValueKind);
    }

    private static async Task<JsonElement> RunAsync(params string[] args)
    {
        var (code, output, error) = await CommandLine.RunAsync(["replay", .. args, "--json"]);

        Assert.True(code == ExitCode.Success, error);
        return JsonElement.Parse(output);
    }

    private static int Count(JsonElement figures, string name) => figures.GetProperty(name).GetInt32();
}

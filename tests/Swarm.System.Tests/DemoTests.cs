using System.Text.Json.Nodes;
using Swarm.SystemTests.Harness;

namespace Swarm.SystemTests;

/// <summary>The first command of the README, on the embedded broker and store.</summary>
public sealed class DemoTests
{
    private const int FleetSize = 15;

    [Fact(Timeout = Patience.Test)]
    public async Task Demo_Running_ServesMovingDevicesAndTracks()
    {
        using var folder = new TempFolder();
        await using var silo = await EdgeSilo.StartAsync(folder["data"], "--demo");

        var first = Positions(await silo.DevicesOnlineAsync(FleetSize));
        await silo.EventuallyAsync("api/devices", devices => Moved(first, Positions(devices.AsArray())) >= 5, "five devices have moved by a metre");
        var tracks = await silo.EventuallyAsync("api/tracks", tracks => tracks.AsArray().Count > 0, "there are tracks");

        Assert.All(tracks.AsArray(), track => Assert.NotNull(track!["id"]));
        Assert.Contains(silo.Page.ToString(), silo.Printed, StringComparison.Ordinal);
        Assert.Contains(silo.Broker, silo.Printed, StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience.Test)]
    public async Task Interrupt_DemoRunning_ExitsCleanlyAndNextStartFindsDevices()
    {
        using var folder = new TempFolder();
        List<string> before;
        await using (var silo = await EdgeSilo.StartAsync(folder["data"], "--demo", "--site", "yard"))
        {
            before = [.. (await silo.DevicesOnlineAsync(FleetSize)).Select(Id)];
            Assert.Equal(0, await silo.InterruptAsync());
            Assert.Contains("Stopped.", silo.Printed, StringComparison.Ordinal);
        }

        await using var second = await EdgeSilo.StartAsync(folder["data"], "--site", "yard");

        var after = (await second.EventuallyAsync("api/devices", devices => devices.AsArray().Count >= before.Count, "the devices are known again")).AsArray();
        Assert.Equal(before.Order(), after.Select(Id).Order());
        Assert.All(after, device => Assert.NotNull(device!["pose"]));
        Assert.All(after, device => Assert.Equal("offline", device!["presence"]!.GetValue<string>()));
    }

    [Fact(Timeout = Patience.Test)]
    public async Task Kill_StopAcknowledged_NextStartAdoptsStoreAndStopIsLatched()
    {
        using var folder = new TempFolder();
        var store = new EmbeddedStoreNote(folder["data"]);
        await using var silo = await EdgeSilo.StartAsync(folder["data"], "--demo");
        await silo.DevicesOnlineAsync(FleetSize);
        var storeBefore = store.ProcessId;
        var stop = await silo.StopSiteAsync("a child on the road");
        await silo.KillAsync();

        await using var second = await EdgeSilo.StartAsync(folder["data"], "--demo");

        Assert.Equal(storeBefore, store.ProcessId);
        await second.StopIsLatchedAsync(stop);
        await second.DevicesOnlineAsync(FleetSize);
        await second.EventuallyAsync("api/devices", WagonsObey, "every wagon obeys the stop");
    }

    [Fact(Timeout = Patience.Test)]
    public async Task Kill_SiloAndStore_NextStartFindsWhatWasAcknowledged()
    {
        using var folder = new TempFolder();
        var store = new EmbeddedStoreNote(folder["data"]);
        await using var silo = await EdgeSilo.StartAsync(folder["data"]);
        var stop = await silo.StopSiteAsync("power cut");
        await silo.KillAsync();
        await store.KillAsync();

        await using var second = await EdgeSilo.StartAsync(folder["data"]);

        await second.StopIsLatchedAsync(stop);
    }

    [Fact(Timeout = Patience.Test)]
    public async Task Kill_StoreAlone_SiloStartsItAgain()
    {
        using var folder = new TempFolder();
        var store = new EmbeddedStoreNote(folder["data"]);
        await using var silo = await EdgeSilo.StartAsync(folder["data"]);
        var stop = await silo.StopSiteAsync("before");
        var killed = store.ProcessId;
        await store.KillAsync();
        await Eventually.HoldsAsync(() => store.ProcessId != killed, Patience.Start, "another store runs");

        var another = await Eventually.GetAsync(async _ => await silo.TryStopSiteAsync("after"), _ => true, Patience.Change, "the site can be stopped again");

        await silo.StopIsLatchedAsync(stop);
        await silo.StopIsLatchedAsync(another);
    }

    private static string Id(JsonNode? device) => device!["id"]!.GetValue<string>();

    private static Dictionary<string, (double X, double Y)> Positions(JsonArray devices) => devices
        .Where(device => device!["pose"] is not null)
        .ToDictionary(Id, device => (device!["pose"]!["x"]!.GetValue<double>(), device["pose"]!["y"]!.GetValue<double>()));

    private static int Moved(Dictionary<string, (double X, double Y)> first, Dictionary<string, (double X, double Y)> now) =>
        now.Count(device => first.TryGetValue(device.Key, out var was)
            && Math.Sqrt(Math.Pow(device.Value.X - was.X, 2) + Math.Pow(device.Value.Y - was.Y, 2)) > 1);

    private static bool WagonsObey(JsonNode devices) => devices.AsArray()
        .Where(device => device!["kind"]!.GetValue<string>() == "wagon")
        .All(device => device!["presence"]?.GetValue<string>() == "online" && device["mode"]?.GetValue<string>() == "stopped");
}

using Swarm.SystemTests.Harness;

namespace Swarm.SystemTests;

/// <summary>A site with a Mosquitto broker and a Redis store, and what happens when one of them goes away for a while.</summary>
public sealed class ExternalServicesTests
{
    private const int FleetSize = 15;

    [Fact(Timeout = Patience.Test)]
    public async Task Broker_DownAtStartThenUp_DevicesAppear()
    {
        using var folder = new TempFolder();
        await using var redis = await RedisServer.StartedAsync();
        await using var broker = new Mosquitto();
        await using var silo = await EdgeSilo.StartAsync(folder["data"], "--demo", "--mqtt", broker.Url, "--store", redis.Url);
        Assert.NotNull(await silo.GetAsync("health/live", TestContext.Current.CancellationToken));
        Assert.Null(await silo.GetAsync("health/ready", TestContext.Current.CancellationToken));

        await broker.StartAsync();

        var ready = await silo.EventuallyAsync("health/ready", _ => true, "the silo is ready");
        Assert.Equal(["broker", "grains", "store"], ready["parts"]!.AsArray().Select(part => part!["part"]!.GetValue<string>()));
        await silo.DevicesOnlineAsync(FleetSize);
        await silo.EventuallyAsync("api/tracks", tracks => tracks.AsArray().Count > 0, "there are tracks");
        Assert.Equal(0, await silo.InterruptAsync());
    }

    [Fact(Timeout = Patience.Test)]
    public async Task Broker_KilledAndRestarted_DevicesComeBack()
    {
        using var folder = new TempFolder();
        await using var broker = await Mosquitto.StartedAsync();
        await using var silo = await EdgeSilo.StartAsync(folder["data"], "--demo", "--mqtt", broker.Url, "--store", "memory");
        await silo.DevicesOnlineAsync(FleetSize);

        await broker.KillAsync();
        await silo.EventuallyAsync(
            "api/devices",
            devices => devices.AsArray().All(device => device!["presence"]!.GetValue<string>() != "online"),
            "no device seems online while the broker is down");
        var restarted = DateTimeOffset.UtcNow;
        await broker.StartAsync();

        await silo.DevicesHeardSinceAsync(restarted, FleetSize);
    }

    [Fact(Timeout = Patience.Test)]
    public async Task Redis_KilledAndRestarted_AcknowledgedStateIsThere()
    {
        using var folder = new TempFolder();
        await using var redis = await RedisServer.StartedAsync();
        await using var silo = await EdgeSilo.StartAsync(folder["data"], "--demo", "--store", redis.Url);
        await silo.DevicesOnlineAsync(FleetSize);
        var before = await silo.StopSiteAsync("before");

        await redis.KillAsync();
        await redis.StartAsync();

        var after = await Eventually.GetAsync(async _ => await silo.TryStopSiteAsync("after"), _ => true, Patience.Change, "the site can be stopped again");
        await silo.StopIsLatchedAsync(before);
        await silo.StopIsLatchedAsync(after);
        await silo.DevicesHeardSinceAsync(DateTimeOffset.UtcNow, FleetSize);
    }

    [Fact(Timeout = Patience.Test)]
    public async Task TwoSilos_TheOneThatIngestsKilled_OtherServesDevicesAndAcknowledgedState()
    {
        using var folder = new TempFolder();
        await using var redis = await RedisServer.StartedAsync();
        await using var broker = await Mosquitto.StartedAsync();
        string[] site = ["--site", "yard", "--mqtt", broker.Url, "--store", redis.Url];
        // The first silo takes the lease of the ingest session; the fleet lives in the second one, which survives.
        await using var first = await EdgeSilo.StartAsync(folder["first"], site);
        await using var second = await EdgeSilo.StartAsync(folder["second"], ["--demo", .. site]);
        await second.DevicesOnlineAsync(FleetSize);
        await first.DevicesOnlineAsync(FleetSize);
        var stop = await first.StopSiteAsync("acknowledged by the silo that dies");

        await first.KillAsync();
        var killed = DateTimeOffset.UtcNow;

        await second.DevicesHeardSinceAsync(killed, FleetSize);
        await second.StopIsLatchedAsync(stop);
        Assert.Equal(0, await second.InterruptAsync());
    }
}

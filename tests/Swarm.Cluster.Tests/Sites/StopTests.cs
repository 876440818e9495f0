using Swarm.Domain;
using Swarm.Grains;

namespace Swarm.Cluster.Tests;

public sealed class StopTests(EdgeCluster cluster) : IClassFixture<EdgeCluster>
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Stop_OfOneDevice_ReachesItAloneAndIsReleased()
    {
        var (held, other) = (await JoinAsync("one"), await JoinAsync("other"));

        var stop = await cluster.SiteGrain.Stop(new StopScope(held.Id), "child");

        var command = (await cluster.Downlink.UntilAsync<DeviceCommand>(held.Id, sent => sent.Count > 0))[0];
        Assert.Equal((CommandKind.Stop, $"stop-{stop.Id}", "child"), (command.Kind, command.Id, command.Reason));
        await AcceptAsync(held, command);
        await WaitForVersionAsync(other);
        Assert.Empty(cluster.Downlink.Of<DeviceCommand>(other.Id));

        Assert.True(await cluster.SiteGrain.Release(stop.Id));

        var release = (await cluster.Downlink.UntilAsync<DeviceCommand>(held.Id, sent => sent.Any(c => c.Kind == CommandKind.Release)))[^1];
        Assert.True(release.Epoch > command.Epoch);
        await AcceptAsync(held, release);
        Assert.Empty((await held.Grain.GetTwin()).Stops);
        Assert.False(await cluster.SiteGrain.Release(stop.Id));
    }

    [Fact]
    public async Task Stop_OfTheSite_IsPersistedAndSentAgainAtRebirthWithANewEpoch()
    {
        var device = await JoinAsync("reborn");
        var stop = await cluster.SiteGrain.Stop(StopScope.Site, "fire");
        var first = (await cluster.Downlink.UntilAsync<DeviceCommand>(device.Id, sent => sent.Count > 0))[0];
        await AcceptAsync(device, first);
        await cluster.Silos.DeactivateAsync(device.Grain);
        await cluster.Silos.DeactivateAsync(cluster.SiteGrain);
        cluster.Downlink.Clear(device.Id);

        await device.ConnectAsync("b2");

        var again = Assert.Single(cluster.Downlink.Of<DeviceCommand>(device.Id));
        Assert.Equal((first.Id, CommandKind.Stop), (again.Id, again.Kind));
        Assert.True(again.Epoch > first.Epoch);
        Assert.Equal(stop, Assert.Single((await cluster.SiteView.Get()).Stops));

        var late = await JoinAsync("late");
        Assert.Equal(first.Id, Assert.Single(cluster.Downlink.Of<DeviceCommand>(late.Id).DistinctBy(command => command.Id)).Id);
        await cluster.SiteGrain.Release(stop.Id);
        await cluster.Downlink.UntilAsync<DeviceCommand>(late.Id, sent => sent.Any(command => command.Kind == CommandKind.Release));
    }

    [Fact]
    public async Task Stop_OfAnArea_LatchesWhoRollsInAndHoldsWhoRollsOut()
    {
        var device = await JoinAsync("roller");
        await device.SendAsync(device.StateAt(500, 500));
        var stop = await cluster.SiteGrain.Stop(new StopScope(Area: new Circle(new Point2(520, 500), 10)), null);
        await WaitForVersionAsync(device);
        Assert.Empty((await device.Grain.GetTwin()).Stops);

        await device.SendAsync(device.StateAt(511, 500));
        Assert.Equal(CommandKind.Stop, Assert.Single(cluster.Downlink.Of<DeviceCommand>(device.Id)).Kind);

        await device.SendAsync(device.StateAt(540, 500));
        await cluster.Silos.DeactivateAsync(device.Grain);
        Assert.Equal(stop.Id, Assert.Single((await device.Grain.GetTwin()).Stops).Id);

        await cluster.SiteGrain.Release(stop.Id);
        await cluster.Downlink.UntilAsync<DeviceCommand>(device.Id, sent => sent.Any(command => command.Kind == CommandKind.Release));
    }

    [Fact]
    public async Task Stop_Unanswered_IsSentAgain()
    {
        var device = await JoinAsync("deaf");
        var stop = await cluster.SiteGrain.Stop(new StopScope(device.Id), null);

        await cluster.AdvanceUntilAsync(
            async () =>
            {
                await device.SendAsync(device.StateAt(0, 0));
                return cluster.Downlink.Of<DeviceCommand>(device.Id).Count >= 3;
            },
            Second,
            60 * Second);

        Assert.Single(cluster.Downlink.Of<DeviceCommand>(device.Id).Distinct());
        await cluster.SiteGrain.Release(stop.Id);
    }

    [Fact]
    public async Task Stop_RefusedAsTooOld_IsSentWithANewEpoch()
    {
        var device = await JoinAsync("ahead");
        var stop = await cluster.SiteGrain.Stop(new StopScope(device.Id), null);
        var first = (await cluster.Downlink.UntilAsync<DeviceCommand>(device.Id, sent => sent.Count > 0))[0];

        await device.SendAsync(new CommandAck(first.Id, first.Epoch, AckResult.RefusedEpoch, cluster.Clock.GetUtcNow()));
        await cluster.AdvanceUntilAsync(
            async () =>
            {
                await device.SettleAsync();
                return cluster.Downlink.Of<DeviceCommand>(device.Id).Any(sent => sent.Id == first.Id && sent.Epoch > first.Epoch);
            },
            Second,
            60 * Second);

        await cluster.SiteGrain.Release(stop.Id);
    }

    [Fact]
    public async Task Stop_DeviceCannotStoreIt_IsTriedUntilItHoldsTheDevice()
    {
        var device = await JoinAsync("unlucky");
        Stop stop;
        using (cluster.Store.Fail(device.Key))
        {
            stop = await cluster.SiteGrain.Stop(new StopScope(device.Id), null);
            await Assert.ThrowsAsync<OrleansException>(() => device.Grain.UpdateStops(new StopList(long.MaxValue, [stop])));
            Assert.Empty(cluster.Downlink.Of<DeviceCommand>(device.Id));
        }

        await cluster.AdvanceUntilAsync(
            async () => (await device.Grain.GetTwin()).Stops.Count == 1, Second, 60 * Second);

        Assert.NotEmpty(cluster.Downlink.Of<DeviceCommand>(device.Id));
        await cluster.SiteGrain.Release(stop.Id);
    }

    [Fact]
    public async Task Stop_StoreFails_HoldsNobody()
    {
        var device = await JoinAsync("free");
        var before = await cluster.SiteGrain.GetStops();

        using (cluster.Store.Fail("stops:"))
        {
            await Assert.ThrowsAsync<OrleansException>(() => cluster.SiteGrain.Stop(StopScope.Site, null));
        }

        Assert.Equal(before.Version, (await cluster.SiteGrain.GetStops()).Version);
        Assert.Empty(cluster.Downlink.Of<DeviceCommand>(device.Id));
    }

    private async Task<TestDevice> JoinAsync(string id)
    {
        var device = cluster.Device(id);
        await cluster.SiteGrain.Admit(device.Id);
        await device.ConnectAsync();
        return device;
    }

    private Task AcceptAsync(TestDevice device, DeviceCommand command) =>
        device.SendAsync(new CommandAck(command.Id, command.Epoch, AckResult.Accepted, cluster.Clock.GetUtcNow()));

    /// <summary>Completes when the device has the stops as they are now; the site tells it on a path of its own.</summary>
    private async Task WaitForVersionAsync(TestDevice device) => await device.Grain.UpdateStops(await cluster.SiteGrain.GetStops());
}

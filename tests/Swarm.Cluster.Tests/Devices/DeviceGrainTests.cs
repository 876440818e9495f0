using Swarm.Domain;

namespace Swarm.Cluster.Tests;

public sealed class DeviceGrainTests(EdgeCluster cluster) : IClassFixture<EdgeCluster>
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Receive_Birth_IsOnlineInTwinAndView()
    {
        var device = cluster.Device("born");

        await device.SendAsync(TestDevice.Online(), TestDevice.Wagon(), device.StateAt(10, 20));

        var twin = await device.Grain.GetTwin();
        Assert.Equal((Presence.Online, DeviceKind.Wagon, 10), (twin.Presence, twin.Factsheet!.Kind, twin.State!.Pose.X));
        var shown = Assert.Single((await cluster.SiteView.Get()).Devices, summary => summary.Id == device.Id);
        Assert.Equal((Presence.Online, DeviceKind.Wagon, 20), (shown.Presence, shown.Kind, shown.Pose!.Value.Y));
    }

    [Fact]
    public async Task Receive_OldWillAfterNewerBirth_StaysOnline()
    {
        var device = cluster.Device("reconnected");

        await device.SendAsync(TestDevice.Online("b1"), TestDevice.Online("b2"), TestDevice.Lost("b1"));

        Assert.Equal(Presence.Online, await device.PresenceAsync());
        await device.SendAsync(TestDevice.Lost("b2"));
        Assert.Equal(Presence.Lost, await device.PresenceAsync());
    }

    [Fact]
    public async Task Tick_SilentForFiveSeconds_IsStaleUntilHeardAgain()
    {
        var device = cluster.Device("silent");
        await device.ConnectAsync();

        var after = await cluster.AdvanceUntilAsync(async () => await device.PresenceAsync() == Presence.Stale, Second, 60 * Second);

        Assert.InRange(after, 5 * Second, 7 * Second);
        await device.RemindAsync(device.StateAt(0, 0));
        Assert.Equal(Presence.Stale, await device.PresenceAsync());
        await device.SendAsync(device.StateAt(0, 0));
        Assert.Equal(Presence.Online, await device.PresenceAsync());
    }

    [Fact]
    public async Task Receive_ManyTransitionsInOneBatch_WritesOnce()
    {
        var device = cluster.Device("batch");
        await device.ConnectAsync("b0");
        var before = cluster.Store.WritesOf(device.Key);

        await device.SendAsync(
            TestDevice.Online("b1"), TestDevice.Wagon(), TestDevice.Lost("b1"), TestDevice.Online("b2"), device.StateAt(1, 1), TestDevice.Online("b3"));

        Assert.Equal(before + 1, cluster.Store.WritesOf(device.Key));
    }

    [Fact]
    public async Task Receive_Telemetry_IsWrittenAtMostEveryFiveSeconds()
    {
        var device = cluster.Device("telemetry");
        await device.ConnectAsync();
        var before = cluster.Store.WritesOf(device.Key);

        for (var second = 0; second < 20; second++)
        {
            await device.SendAsync(device.StateAt(second, 0));
            cluster.Clock.Advance(Second);
            await device.SettleAsync();
        }

        Assert.InRange(cluster.Store.WritesOf(device.Key) - before, 2, 4);
    }

    [Fact]
    public async Task Deactivate_WithTelemetryInMemory_KeepsIt()
    {
        var device = cluster.Device("idle");
        await device.ConnectAsync();
        await device.SendAsync(device.StateAt(7, 8, battery: 0.4));

        await cluster.Silos.DeactivateAsync(device.Grain);

        var twin = await device.Grain.GetTwin();
        Assert.Equal((7, 0.4, Presence.Online), (twin.State!.Pose.X, twin.State.Battery, twin.Presence));
    }

    [Fact]
    public async Task Receive_StoreFails_FailsAndNothingIsTaken()
    {
        var device = cluster.Device("unstored");
        await device.ConnectAsync("b1");

        using (cluster.Store.Fail(device.Key))
        {
            await Assert.ThrowsAsync<OrleansException>(() => device.SendAsync(TestDevice.Lost("b1"), device.StateAt(1, 2)));
        }

        var twin = await device.Grain.GetTwin();
        Assert.Equal((Presence.Online, null), (twin.Presence, twin.State));
        await device.SendAsync(TestDevice.Lost("b1"));
        Assert.Equal(Presence.Lost, await device.PresenceAsync());
    }

    [Fact]
    public async Task Receive_OneBatchAfterAnother_ShowsTheNewestOfEach()
    {
        var device = cluster.Device("ordered");
        await device.ConnectAsync();

        for (var batch = 0; batch < 20; batch++)
        {
            // The device's own clock may jump: the order in which it sent is what counts.
            await device.SendAsync([.. Enumerable.Range(1, 5).Select(i =>
                device.StateAt((10 * batch) + i, 0) with { Time = cluster.Clock.GetUtcNow().AddSeconds(-i) })]);

            Assert.Equal((10 * batch) + 5, (await device.Grain.GetTwin()).State!.Pose.X);
        }
    }

    [Fact]
    public async Task SetDesired_NotReported_IsSentAgainUntilItIs()
    {
        var device = cluster.Device("desired");
        await device.ConnectAsync();
        await device.SendAsync(device.StateAt(0, 0));

        var desired = await device.Grain.SetDesired(1.2, new Dictionary<string, string> { ["lamp"] = "on" });

        Assert.Equal(1, desired.Version);
        await cluster.AdvanceUntilAsync(() => ReportAsync(0, sent => sent >= 2), Second, 60 * Second);
        await device.SendAsync(device.StateAt(0, 0, desired: 1));
        cluster.Downlink.Clear(device.Id);
        for (var second = 0; second < 8; second++)
        {
            await ReportAsync(1, _ => true);
            cluster.Clock.Advance(Second);
        }

        Assert.Empty(cluster.Downlink.Of<DesiredState>(device.Id));

        async Task<bool> ReportAsync(long version, Func<int, bool> isEnough)
        {
            await device.SendAsync(device.StateAt(0, 0, desired: version));
            return isEnough(cluster.Downlink.Of<DesiredState>(device.Id).Count);
        }
    }

    [Fact]
    public async Task Receive_BirthRepeatedAfterSiteRestart_SendsDesiredAgain()
    {
        var device = cluster.Device("restarted");
        await device.ConnectAsync();
        await device.Grain.SetDesired(2, null);
        await cluster.Silos.DeactivateAsync(device.Grain);
        cluster.Downlink.Clear(device.Id);

        await device.RemindAsync(TestDevice.Online());

        Assert.Equal(2, Assert.Single(cluster.Downlink.Of<DesiredState>(device.Id)).MaxSpeed);
    }

    [Fact]
    public async Task LimitSpeed_Unanswered_IsSentAgainUntilAnswered()
    {
        var device = cluster.Device("limited");
        await device.ConnectAsync();

        var command = await device.Grain.LimitSpeed(0.5, TimeSpan.FromMinutes(1), "wet");
        await cluster.AdvanceUntilAsync(
            async () =>
            {
                await device.SettleAsync();
                return cluster.Downlink.Of<DeviceCommand>(device.Id).Count >= 3;
            },
            Second,
            60 * Second);
        Assert.All(cluster.Downlink.Of<DeviceCommand>(device.Id), sent => Assert.Equal(command, sent));

        await device.SendAsync(new CommandAck(command.Id, command.Epoch, AckResult.Accepted, cluster.Clock.GetUtcNow()));
        cluster.Downlink.Clear(device.Id);
        for (var second = 0; second < 4; second++)
        {
            cluster.Clock.Advance(Second);
            await device.SettleAsync();
        }

        Assert.Empty(cluster.Downlink.Of<DeviceCommand>(device.Id));
        Assert.Equal(AckResult.Accepted, Assert.Single((await device.Grain.GetTwin()).Commands).Ack!.Result);
    }

    [Fact]
    public async Task LimitSpeed_AfterReactivation_EpochsStillRise()
    {
        var device = cluster.Device("epochs");
        await device.ConnectAsync();
        var epochs = new List<long>();
        for (var i = 0; i < 3; i++)
        {
            epochs.Add((await device.Grain.LimitSpeed(1, TimeSpan.FromMinutes(1), null)).Epoch);
            epochs.Add((await device.Grain.LimitSpeed(1, TimeSpan.FromMinutes(1), null)).Epoch);
            await cluster.Silos.DeactivateAsync(device.Grain);
        }

        Assert.Equal(epochs.Order().Distinct(), epochs);
    }

    [Fact]
    public async Task LimitSpeed_StoreFails_IsNotSent()
    {
        var device = cluster.Device("unstored-command");
        await device.ConnectAsync();

        using (cluster.Store.Fail(device.Key))
        {
            await Assert.ThrowsAsync<OrleansException>(() => device.Grain.LimitSpeed(1, TimeSpan.FromMinutes(1), null));
        }

        Assert.Empty(cluster.Downlink.Of<DeviceCommand>(device.Id));
    }

    [Fact]
    public async Task Reject_ManyTimes_KeepsTheNewestTwentyAndCountsAll()
    {
        var device = cluster.Device("rejected");
        var start = cluster.Clock.GetUtcNow();

        for (var i = 0; i < 30; i++)
        {
            await device.Grain.Reject([new Rejection(start.AddSeconds(i), "state", "not-finite", $"{i}")], 10);
        }

        var twin = await device.Grain.GetTwin();
        Assert.Equal(300, twin.RejectedCount);
        Assert.Equal(Enumerable.Range(10, 20).Reverse().Select(i => $"{i}"), twin.Rejections.Select(rejection => rejection.Detail));
    }

    [Fact]
    public async Task GetTwin_DeviceNobodyKnows_PutsNothingIntoTheView()
    {
        var ghost = cluster.Device("ghost");
        for (var second = 0; second < 3; second++)
        {
            Assert.Equal(Presence.Unknown, await ghost.PresenceAsync());
            cluster.Clock.Advance(Second);
        }

        Assert.DoesNotContain((await cluster.SiteView.Get()).Devices, device => device.Id == ghost.Id);
    }

    [Fact]
    public async Task Forget_KnownDevice_LeavesNothing()
    {
        var device = cluster.Device("forgotten");
        await device.SendAsync(TestDevice.Online(), TestDevice.Wagon());

        await device.Grain.Forget();

        var twin = await device.Grain.GetTwin();
        Assert.Equal((Presence.Unknown, null), (twin.Presence, twin.Factsheet));
        Assert.False(cluster.Downlink.IsCleared(device.Id));
    }

    [Fact]
    public async Task Forget_DeviceWithDesiredState_ClearsWhatIsRetained()
    {
        var device = cluster.Device("wanted");
        await device.SendAsync(TestDevice.Online(), TestDevice.Wagon());
        await device.Grain.SetDesired(0.5, null);

        await device.Grain.Forget();

        Assert.True(cluster.Downlink.IsCleared(device.Id));
        Assert.Equal(0, (await device.Grain.GetTwin()).Desired.Version);
    }
}

using Swarm.Domain;

namespace Swarm.Bridge.Tests;

public sealed class TakeoverTests
{
    [Fact]
    public async Task Lease_GoesToASecondBridge_NothingAcknowledgedIsLostAndOrderIsKept()
    {
        const int Before = 100, After = 50, Taken = 10;
        var first = new BridgeLimits { Lease = TimeSpan.FromHours(1), BatchSize = 1 };
        await using var site = await TestSite.StartAsync(BrokerKind.Mosquitto, first);
        using var counts = new Counts(site.Bridge.Metrics);
        var device = await site.ConnectAsync("wagon-1");
        var old = site.Grains.Device("wagon-1");
        var stuck = new TaskCompletionSource();
        var calls = 0;
        old.OnReceive = _ => Interlocked.Increment(ref calls) <= Taken ? Task.CompletedTask : stuck.Task;

        // The first bridge takes a few and then hangs; the broker has acknowledged all of them to the device.
        for (var i = 0; i < Before; i++)
            await device.SendAsync(Messages.Ack(i));

        for (var i = 0; i < Taken; i++)
            Assert.Equal(i, (await old.NextAsync<CommandAck>()).Epoch);

        // The second one gets the lease, connects with the same client id, and the first is cut off though it believes to hold it.
        site.Grains.Lease.Revoke();
        var grains = new FakeGrains(site.Grains.Lease);
        var second = await site.AddBridgeAsync(grains: grains);
        await second.IngestsAsync();
        for (var i = Before; i < Before + After; i++)
            await device.SendAsync(Messages.Ack(i));

        var successor = grains.Device("wagon-1");
        var next = (await successor.NextAsync<CommandAck>()).Epoch;
        Assert.InRange(next, 0, Taken);
        while (++next < Before + After)
            Assert.Equal(next, (await successor.NextAsync<CommandAck>()).Epoch);

        // What the first still holds is old by now, and must not come out of order when its grain answers again.
        stuck.SetException(new TimeoutException("silo gone"));
        await counts.ReachAsync("swarm.bridge.dropped", 1, "Superseded");
        await counts.BecomeAsync("swarm.bridge.queued", 0);
        Assert.Equal(Taken + 1, calls);
    }

    [Fact]
    public async Task StopAsync_Holder_HandsOverAtOnce()
    {
        await using var site = await TestSite.StartAsync(BrokerKind.Mosquitto, new BridgeLimits { Lease = TimeSpan.FromHours(1) });
        var device = await site.ConnectAsync("wagon-1");
        await device.SendAsync(Messages.Ack(1));
        Assert.Equal(1, (await site.Grains.Device("wagon-1").NextAsync<CommandAck>()).Epoch);

        await site.Bridge.StopAsync();
        await device.SendAsync(Messages.Ack(2));
        var grains = new FakeGrains(site.Grains.Lease);
        var second = await site.AddBridgeAsync(grains: grains);
        await second.IngestsAsync();

        Assert.Equal(2, (await grains.Device("wagon-1").NextAsync<CommandAck>()).Epoch);
    }

    [Fact]
    public async Task Lease_RunsOutUnrenewed_HolderLetsTheSessionGo()
    {
        var limits = new BridgeLimits { Lease = TimeSpan.FromMilliseconds(500) };
        await using var site = await TestSite.StartAsync(BrokerKind.Mosquitto, limits);
        using var counts = new Counts(site.Bridge.Metrics);
        var device = await site.ConnectAsync("wagon-1");
        await device.SendAsync(Messages.Ack(1));
        await site.Grains.Device("wagon-1").NextAsync();

        // Another bridge, which only takes the lease: nobody cuts the holder off, it must see by itself.
        await site.Grains.Lease.TakeAsync("other", TimeSpan.FromHours(1));
        await site.Bridge.LosesIngestAsync();
        await device.SendAsync(Messages.Ack(2));
        await site.Grains.Lease.Release("other");

        Assert.Equal(2, (await site.Grains.Device("wagon-1").NextAsync<CommandAck>()).Epoch);
    }
}

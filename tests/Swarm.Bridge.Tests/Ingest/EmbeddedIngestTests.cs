using Microsoft.Extensions.Time.Testing;
using Swarm.Domain;

namespace Swarm.Bridge.Tests;

public sealed class EmbeddedIngestTests
{
    [Fact]
    public async Task Accept_GrainNotDone_HoldsTheAcknowledgementBack()
    {
        await using var site = await TestSite.StartAsync(BrokerKind.Embedded);
        var device = await site.ConnectAsync("wagon-1");
        var grain = site.Grains.Device("wagon-1");
        var free = new TaskCompletionSource();
        grain.OnReceive = _ => free.Task;

        var sending = device.TrySendAsync(Messages.Ack(1));
        await grain.CalledAsync();
        Assert.False(sending.IsCompleted);
        free.SetResult();

        Assert.True(await sending);
    }

    [Fact]
    public async Task Stop_GrainNeverAnswers_DeviceGetsNoAcknowledgement()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await TestSite.StartAsync(BrokerKind.Embedded, time: time);
        var device = await site.ConnectAsync("wagon-1");
        var grain = site.Grains.Device("wagon-1");
        var never = new TaskCompletionSource();
        grain.OnReceive = _ => never.Task;
        var sending = device.TrySendAsync(Messages.Ack(1));
        await grain.CalledAsync();

        var stopping = site.Bridge.StopAsync();
        time.Advance(TimeSpan.FromSeconds(6));
        await stopping.WaitAsync(Patience.Token);

        Assert.False(await sending);
    }

    [Fact]
    public async Task Mailbox_Idle_IsTakenDownAndPutUpAgain()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await TestSite.StartAsync(BrokerKind.Embedded, time: time);
        using var counts = new Counts(site.Bridge.Metrics);
        var device = await site.ConnectAsync("wagon-1");
        var grain = site.Grains.Device("wagon-1");
        await device.SendAsync(Messages.Ack(1));
        await grain.NextAsync();
        Assert.Equal(1, counts.Gauge("swarm.bridge.mailboxes"));

        for (var minute = 0; minute < 7; minute++)
            time.Advance(TimeSpan.FromMinutes(1));

        await counts.BecomeAsync("swarm.bridge.mailboxes", 0);

        // A device that the site knows is no stranger, whatever it says first.
        await device.SendAsync(Messages.Ack(2));
        Assert.Equal(2, (await grain.NextAsync<CommandAck>()).Epoch);
        Assert.Equal(2, site.Grains.Site.Asked);
    }

    [Fact]
    public async Task Admission_HasHeldForLong_IsAskedForAgain()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await TestSite.StartAsync(BrokerKind.Embedded, new BridgeLimits { AdmissionHolds = TimeSpan.FromSeconds(30) }, time: time);
        using var counts = new Counts(site.Bridge.Metrics);
        var device = await site.ConnectAsync("wagon-1");
        await device.SendAsync(Messages.Ack(1));
        await site.Grains.Device("wagon-1").NextAsync();

        // Removed by the operator meanwhile, and the site has no room for strangers.
        await site.Grains.Site.Remove(new DeviceId("wagon-1"));
        site.Grains.Site.Room = 0;
        time.Advance(TimeSpan.FromSeconds(31));
        await device.SendAsync(Messages.Ack(2));

        await counts.ReachAsync("swarm.bridge.dropped", 1, "NotAdmitted");
        Assert.Equal(2, site.Grains.Site.Asked);
    }

    [Fact]
    public async Task Admission_SiteFails_KeepsTheMessageAndAsksAgain()
    {
        await using var site = await TestSite.StartAsync(BrokerKind.Embedded, new BridgeLimits { MinRetry = TimeSpan.FromMilliseconds(10) });
        var failures = 2;
        site.Grains.Site.OnAdmit = _ => Interlocked.Decrement(ref failures) >= 0 ? throw new TimeoutException("silo gone") : Task.CompletedTask;
        var device = await site.ConnectAsync("wagon-1");

        await device.SendAsync(Messages.Ack(1));

        Assert.Equal(1, (await site.Grains.Device("wagon-1").NextAsync<CommandAck>()).Epoch);
        Assert.Equal(3, site.Grains.Site.Asked);
    }
}

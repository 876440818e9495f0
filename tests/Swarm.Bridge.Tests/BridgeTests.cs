using System.Text;
using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Bridge.Tests;

public sealed class BridgeTests
{
    [Theory]
    [EachBroker]
    public async Task Ingest_MixedQualityOfService_KeepsTheOrderOfTheDevice(BrokerKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var device = await site.ConnectAsync("wagon-1");
        var grain = site.Grains.Device("wagon-1");
        await device.SendAsync(Messages.Birth());
        Assert.Equal("b1", (await grain.NextAsync<ConnectionReport>()).Birth);

        for (var i = 0; i < 200; i++)
            await device.SendAsync(i % 5 == 0 ? Messages.Ack(i) : Messages.Frame(i));

        for (var i = 0; i < 200; i++)
            Assert.Equal(i, Messages.NumberOf((await grain.NextAsync()).Message));
    }

    [Theory]
    [EachBroker]
    public async Task Ingest_GrainFails_TriesQos1AgainInOrder(BrokerKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, new BridgeLimits { MinRetry = TimeSpan.FromMilliseconds(10), MaxWait = TestSite.Forever });
        var device = await site.ConnectAsync("wagon-1");
        var grain = site.Grains.Device("wagon-1");
        var failures = 3;
        grain.OnReceive = _ => Interlocked.Decrement(ref failures) >= 0 ? throw new TimeoutException("silo gone") : Task.CompletedTask;

        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => device.SendAsync(Messages.Ack(i))));

        for (var i = 0; i < 5; i++)
            Assert.Equal(i, Messages.NumberOf((await grain.NextAsync()).Message));

        Assert.True(failures < 0);
    }

    [Theory]
    [EachBroker]
    public async Task Ingest_GrainBusy_DropsTheOldestOfQos0AndNoneOfQos1(BrokerKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, new BridgeLimits { MaxQueuedPerDevice = 10, MaxWait = TestSite.Forever });
        using var counts = new Counts(site.Bridge.Metrics);
        var device = await site.ConnectAsync("wagon-1");
        var other = await site.ConnectAsync("wagon-2");
        var grain = site.Grains.Device("wagon-1");
        var free = new TaskCompletionSource();
        await device.SendAsync(Messages.Birth());
        await grain.NextAsync();
        grain.OnReceive = _ => free.Task;

        await device.SendAsync(Messages.Frame(0));
        await grain.CalledAsync();
        await grain.CalledAsync();
        for (var i = 1; i <= 50; i++)
            await device.SendAsync(Messages.Frame(i));

        await counts.ReachAsync("swarm.bridge.dropped", 40, "Overload");

        // Another device is not disturbed.
        await other.SendAsync(Messages.Birth());
        await site.Grains.Device("wagon-2").NextAsync();

        free.SetResult();
        Assert.Equal(0, Messages.NumberOf((await grain.NextAsync()).Message));
        for (var i = 41; i <= 50; i++)
            Assert.Equal(i, Messages.NumberOf((await grain.NextAsync()).Message));
    }

    [Theory]
    [EachBroker]
    public async Task Ingest_WaitedTooLong_DropsQos0AndNotQos1(BrokerKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, new BridgeLimits { MaxWait = TimeSpan.FromTicks(1) });
        using var counts = new Counts(site.Bridge.Metrics);
        var device = await site.ConnectAsync("wagon-1");
        var grain = site.Grains.Device("wagon-1");
        await device.SendAsync(Messages.Birth());
        await grain.NextAsync();

        await device.SendAsync(Messages.Frame(1));
        await device.SendAsync(Messages.Ack(7));

        Assert.IsType<CommandAck>((await grain.NextAsync()).Message);
        await counts.ReachAsync("swarm.bridge.dropped", 1, "Stale");
    }

    [Theory]
    [EachBroker]
    public async Task Ingest_BadMessages_AreReportedTogetherAndDisturbNothing(BrokerKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var counts = new Counts(site.Bridge.Metrics);
        var device = await site.ConnectAsync("wagon-1");
        var grain = site.Grains.Device("wagon-1");
        await device.SendAsync(Messages.Birth());
        await grain.NextAsync();

        for (var i = 0; i < 30; i++)
            await device.SendAsync(Channel.State, "garbage"u8.ToArray());

        await device.SendAsync(Channel.Detections, new byte[1024 * 1024]);
        await device.SendAsync(Channel.Detections, ProtocolCodec.Encode(Messages.Frame(1) with { Device = new DeviceId("wagon-9") }));
        await device.SendAsync(Messages.Ack(7));

        Assert.Equal(7, (await grain.NextAsync<CommandAck>()).Epoch);
        var (count, calls) = (0L, 0);
        var reasons = new HashSet<string>();
        while (count < 32)
        {
            var (newest, more) = await grain.NextRejectionAsync();
            Assert.InRange(newest.Count, 1, 10);
            reasons.UnionWith(newest.Select(rejection => rejection.Reason));
            count += more;
            calls++;
        }

        Assert.Equal(32, count);
        Assert.InRange(calls, 1, 3);
        Assert.Superset(new HashSet<string> { RefusalReason.TooLarge, RefusalReason.WrongDevice }, reasons);
        await counts.ReachAsync("swarm.bridge.refused", 30, RefusalReason.MalformedJson);
    }

    [Fact]
    public async Task Ingest_OnNoChannelOfADevice_IsReportedWithTheDevice()
    {
        await using var site = await TestSite.StartAsync(BrokerKind.Embedded);
        using var counts = new Counts(site.Bridge.Metrics);
        var device = await site.ConnectAsync("wagon-1");
        var grain = site.Grains.Device("wagon-1");
        await device.SendAsync(Messages.Birth());
        await grain.NextAsync();

        await device.SendAsync($"{Topic.Root}{TestSite.Id}/wagon-1/banana", "{}"u8.ToArray());

        var rejection = Assert.Single((await grain.NextRejectionAsync()).Newest);
        Assert.Equal(("banana", RefusalReason.UnknownChannel), (rejection.Channel, rejection.Reason));
        await counts.ReachAsync("swarm.bridge.dropped", 1, "NoDeviceTopic");
    }

    [Theory]
    [EachBroker]
    public async Task Ingest_GarbageOfUnknownDevices_NeverAsksTheSite(BrokerKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var counts = new Counts(site.Bridge.Metrics);
        var sender = await site.ConnectAsync("sender");

        for (var i = 0; i < 50; i++)
            await sender.SendAsync(Channel.Factsheet, Encoding.UTF8.GetBytes("{}"), $"ghost-{i}");

        await counts.ReachAsync("swarm.bridge.refused", 50, RefusalReason.WrongField);
        await sender.SendAsync(Messages.Birth());
        await site.Grains.Device("sender").NextAsync();

        Assert.Equal(1, site.Grains.Site.Asked);
        Assert.Equal(1, site.Grains.DeviceCount);
        await counts.BecomeAsync("swarm.bridge.mailboxes", 1);
    }

    [Theory]
    [EachBroker]
    public async Task Ingest_FloodOfUnknownDevices_StaysBoundedAndLetsKnownOnesThrough(BrokerKind kind)
    {
        var limits = new BridgeLimits { MaxStrangers = 20, AdmissionsPerSecond = 50 };
        await using var site = await TestSite.StartAsync(kind, limits, grains =>
        {
            grains.Site.Register([new DeviceId("wagon-1")]);
            grains.Site.Room = 11;
        });
        using var counts = new Counts(site.Bridge.Metrics);
        var flood = await site.ConnectAsync("flood");
        var device = await site.ConnectAsync("wagon-1");
        var birth = ProtocolCodec.Encode(Messages.Birth());

        for (var i = 0; i < 2000; i++)
        {
            await flood.SendAsync(Channel.Connection, birth, $"ghost-{i}", qos: 0);
            Assert.True(counts.Gauge("swarm.bridge.mailboxes") <= limits.MaxStrangers + 11);
            if (i == 1000)
                await device.SendAsync(Messages.Ack(1));
        }

        Assert.Equal(1, (await site.Grains.Device("wagon-1").NextAsync<CommandAck>()).Epoch);
        await counts.BecomeAsync("swarm.bridge.mailboxes", 11);
        Assert.Equal(11, site.Grains.DeviceCount);
        Assert.InRange(site.Grains.Site.Asked, 11, 1000);
        Assert.InRange(site.Bridge.Refused.Count, 1, site.Grains.Site.Asked);
    }

    [Theory]
    [EachBroker]
    public async Task Ingest_DeviceNotAdmitted_IsTurnedAwayWithoutAskingAgain(BrokerKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, prepare: grains => grains.Site.Room = 0);
        using var counts = new Counts(site.Bridge.Metrics);
        var device = await site.ConnectAsync("wagon-1");

        for (var i = 0; i < 10; i++)
        {
            await device.SendAsync(Messages.Ack(i));
            await counts.ReachAsync("swarm.bridge.dropped", i + 1, "NotAdmitted");
        }

        Assert.Equal(1, site.Grains.Site.Asked);
        Assert.Equal(0, site.Grains.DeviceCount);
        Assert.Equal(1, site.Bridge.Refused.Count);
    }

    [Theory]
    [EachBroker]
    public async Task Ingest_ManyMessagesOfOneDevice_AsksTheSiteOnce(BrokerKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var device = await site.ConnectAsync("wagon-1");

        for (var i = 0; i < 20; i++)
        {
            await device.SendAsync(Messages.Ack(i));
            await site.Grains.Device("wagon-1").NextAsync();
        }

        Assert.Equal(1, site.Grains.Site.Asked);
    }

    [Theory]
    [EachBroker]
    public async Task Clock_KnownDeviceAsks_IsAnsweredWhileItsGrainIsBusy(BrokerKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var device = await site.ConnectAsync("wagon-1", Channel.Clock);
        var grain = site.Grains.Device("wagon-1");
        await device.SendAsync(Messages.Birth());
        await grain.NextAsync();
        var free = new TaskCompletionSource();
        grain.OnReceive = _ => free.Task;
        await device.SendAsync(Messages.Frame(1));
        await grain.CalledAsync();
        var asked = Messages.Now;
        var sent = new DateTimeOffset(1970, 1, 1, 0, 0, 9, TimeSpan.Zero);

        await device.SendAsync(new TimeRequest(sent));
        var reply = await device.NextAsync<TimeReply>();
        free.SetResult();

        Assert.Equal(sent, reply.Sent);
        Assert.InRange(reply.Received, asked, Messages.Now);
        Assert.InRange(reply.Replied, reply.Received, Messages.Now);
    }

    [Theory]
    [EachBroker]
    public async Task SendAsync_ToADevice_Arrives(BrokerKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var device = await site.ConnectAsync("wagon-1", Channel.Command, Channel.Hazards, Channel.Desired);
        var downlink = site.Bridge.Downlink;
        var id = new DeviceId("wagon-1");
        var command = new DeviceCommand("c1", CommandKind.Stop, 4, Messages.Now.AddMinutes(1));

        while (!await downlink.SendAsync(id, command, Patience.Token))
        {
        }

        Assert.True(await downlink.SendAsync(id, new HazardList(Messages.Now, []), Patience.Token));
        Assert.True(await downlink.SendAsync(id, new DesiredState(3, 1.5), Patience.Token));

        Assert.Equal(command, await device.NextAsync<DeviceCommand>());
        Assert.Empty((await device.NextAsync<HazardList>()).Hazards);
        Assert.Equal(new DesiredState(3, 1.5), await device.NextAsync<DesiredState>());
        var late = await site.ConnectAsync("late", Channel.Desired);
        Assert.NotNull(late);
    }

    [Theory]
    [EachBroker]
    public async Task ClearDesiredAsync_WhatWasRetained_IsGoneForWhoComesLater(BrokerKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await site.Bridge.SendsAsync();
        var (downlink, id) = (site.Bridge.Downlink, new DeviceId("wagon-1"));
        Assert.True(await downlink.SendAsync(id, new DesiredState(3, 1.5), Patience.Token));
        await using (var before = await site.ConnectAsync("wagon-1", Channel.Desired))
            Assert.Equal(3, (await before.NextAsync<DesiredState>()).Version);

        Assert.True(await downlink.ClearDesiredAsync(id, Patience.Token));

        // What is retained comes before what is sent afterwards.
        var again = await site.ConnectAsync("wagon-1", Channel.Desired);
        Assert.True(await downlink.SendAsync(id, new DesiredState(1), Patience.Token));
        Assert.Equal(1, (await again.NextAsync<DesiredState>()).Version);
    }

    [Theory]
    [EachBroker]
    public async Task StopAsync_MessagesUnderWay_AreDeliveredFirst(BrokerKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var device = await site.ConnectAsync("wagon-1");
        var grain = site.Grains.Device("wagon-1");
        var free = new TaskCompletionSource();
        grain.OnReceive = _ => free.Task;
        var sending = device.TrySendAsync(Messages.Ack(1));
        await grain.CalledAsync();

        var stopping = site.Bridge.StopAsync();
        free.SetResult();
        await stopping.WaitAsync(Patience.Token);

        // The broker may have gone before its acknowledgement was out: then the device sends again, which is its right.
        await sending;

        Assert.Equal(1, (await grain.NextAsync<CommandAck>()).Epoch);
    }
}

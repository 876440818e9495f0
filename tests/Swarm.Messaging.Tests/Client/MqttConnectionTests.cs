namespace Swarm.Messaging.Tests;

public sealed class MqttConnectionTests
{
    private const string Topic = "swarm/v1/yard/wagon-1/connection";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PublishAsync_Connected_ReachesASubscriber(bool mqtt311)
    {
        await using var broker = await TestBroker.StartAsync();
        await using var listener = await Probe.ConnectAsync(broker.Address, "listener", "swarm/v1/yard/+/state");
        await using var sender = new Probe(broker.Address, "sender", mqtt311: mqtt311);
        await sender.BecomesAsync(MqttConnectionState.Connected);

        Assert.True(await sender.Connection.PublishAsync(
            Probe.Text("swarm/v1/yard/wagon-1/state", "{}"), TestContext.Current.CancellationToken));

        Assert.Equal(("swarm/v1/yard/wagon-1/state", "{}", false), await listener.NextAsync());
    }

    [Fact]
    public async Task PublishAsync_NotConnected_IsFalse()
    {
        await using var probe = new Probe(new BrokerAddress("127.0.0.1", 1), "sender");

        Assert.False(await probe.Connection.PublishAsync(Probe.Text("a", "b"), TestContext.Current.CancellationToken));
        Assert.Equal(MqttConnectionState.Disconnected, probe.Connection.State);
    }

    [Fact]
    public async Task Start_BrokerComesLater_Connects()
    {
        int port;
        await using (var first = await TestBroker.StartAsync())
            port = first.Port;

        await using var probe = new Probe(new BrokerAddress("127.0.0.1", port), "early");
        await using var broker = await TestBroker.StartAsync(port);

        await probe.BecomesAsync(MqttConnectionState.Connected);
    }

    [Fact]
    public async Task Run_BrokerRestarts_SubscribesAndAnnouncesAgain()
    {
        var broker = await TestBroker.StartAsync();
        var port = broker.Port;
        var birth = 0;
        await using var probe = new Probe(
            broker.Address, "phoenix", ["news"], () => new Announcement(Births: [Probe.Text("birth", $"{Interlocked.Increment(ref birth)}", retain: true)]));
        await probe.BecomesAsync(MqttConnectionState.Connected);

        await broker.DisposeAsync();
        await probe.BecomesAsync(MqttConnectionState.Disconnected);
        await using var again = await TestBroker.StartAsync(port);
        await probe.BecomesAsync(MqttConnectionState.Connected);

        await again.PublishAsync(Probe.Text("news", "heard"), TestContext.Current.CancellationToken);
        Assert.Equal(("news", "heard", false), await probe.NextAsync());
        await using var late = await Probe.ConnectAsync(again.Address, "late", "birth");
        Assert.Equal($"{birth}", (await late.NextAsync()).Payload);
        Assert.True(birth >= 2);
    }

    [Fact]
    public async Task Run_ConnectionLost_WillReachesSubscribersAndSinkAndIsRetained()
    {
        await using var broker = await TestBroker.StartAsync();
        var sink = new Sink();
        broker.SetSink(sink);
        await using var watcher = await Probe.ConnectAsync(broker.Address, "watcher", Topic);
        var connects = 0;
        await using var device = new Probe(
            broker.Address,
            "wagon-1",
            announce: () => new Announcement(Probe.Text(Topic, "lost", retain: true), [Probe.Text(Topic, "online", retain: true)]),
            mayConnect: _ => ValueTask.FromResult(Interlocked.Increment(ref connects) == 1));
        await device.BecomesAsync(MqttConnectionState.Connected);
        Assert.Equal((Topic, "online"), await sink.NextAsync());

        await broker.DisconnectAsync("wagon-1");

        Assert.Equal((Topic, "lost"), await sink.NextAsync());
        Assert.Equal((Topic, "online", false), await watcher.NextAsync());
        Assert.Equal((Topic, "lost", false), await watcher.NextAsync());
        await using var late = await Probe.ConnectAsync(broker.Address, "late", Topic);
        Assert.Equal((Topic, "lost", true), await late.NextAsync());
    }

    [Fact]
    public async Task DisposeAsync_Connected_SaysGoodbyeAndLeavesNoWill()
    {
        await using var broker = await TestBroker.StartAsync();
        var sink = new Sink();
        broker.SetSink(sink);
        var device = new Probe(broker.Address, "wagon-1", announce: () => new Announcement(
            Probe.Text(Topic, "lost"), [Probe.Text(Topic, "online")], Probe.Text(Topic, "offline")));
        await device.BecomesAsync(MqttConnectionState.Connected);

        await device.DisposeAsync();

        Assert.Equal((Topic, "online"), await sink.NextAsync());
        Assert.Equal((Topic, "offline"), await sink.NextAsync());
        Assert.Equal(MqttConnectionState.Closed, device.Connection.State);
        await using var other = new Probe(broker.Address, "other", announce: () => new Announcement(Births: [Probe.Text(Topic, "other")]));
        Assert.Equal((Topic, "other"), await sink.NextAsync());
    }

    [Fact]
    public async Task Run_MayNotConnect_StaysAway()
    {
        await using var broker = await TestBroker.StartAsync();
        var asked = 0;
        var thrice = new TaskCompletionSource();
        var allowed = false;
        await using var probe = new Probe(broker.Address, "gated", mayConnect: _ =>
        {
            if (Interlocked.Increment(ref asked) == 3)
                thrice.SetResult();

            return ValueTask.FromResult(Volatile.Read(ref allowed));
        });

        await thrice.Task.WaitAsync(Patience.Token);
        Assert.Equal(MqttConnectionState.Disconnected, probe.Connection.State);
        Volatile.Write(ref allowed, true);

        await probe.BecomesAsync(MqttConnectionState.Connected);
    }
}

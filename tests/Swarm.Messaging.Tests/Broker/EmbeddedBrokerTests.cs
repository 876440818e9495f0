using System.Net.Sockets;
using Swarm.Domain;

namespace Swarm.Messaging.Tests;

public sealed class EmbeddedBrokerTests
{
    private const string State = "swarm/v1/yard/wagon-1/state";
    private const string Ack = "swarm/v1/yard/wagon-1/ack";
    private const string Hazards = "swarm/v1/yard/wagon-1/hazards";
    private const string Command = "swarm/v1/yard/wagon-1/command";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AcceptAsync_NotDone_HoldsTheAcknowledgementBack()
    {
        await using var broker = await TestBroker.StartAsync();
        var taken = new TaskCompletionSource();
        var sink = new Sink { OnAccept = (_, _) => taken.Task };
        broker.SetSink(sink);
        await using var device = await Probe.ConnectAsync(broker.Address, "wagon-1");

        var publishing = device.Connection.PublishAsync(Probe.Text(Ack, "1"), Cancellation).AsTask();
        Assert.Equal((Ack, "1"), await sink.NextAsync());
        Assert.False(publishing.IsCompleted);
        taken.SetResult();

        Assert.True(await publishing.WaitAsync(Patience.Token));
    }

    [Fact]
    public async Task AcceptAsync_Fails_CutsTheClientOffWithoutAcknowledgement()
    {
        await using var broker = await TestBroker.StartAsync();
        var sink = new Sink { OnAccept = (_, _) => throw new InvalidOperationException("no grain") };
        broker.SetSink(sink);
        await using var device = await Probe.ConnectAsync(broker.Address, "wagon-1");

        Assert.False(await device.Connection.PublishAsync(Probe.Text(Ack, "1"), Cancellation));

        await device.BecomesAsync(MqttConnectionState.Disconnected);
    }

    [Fact]
    public async Task Post_Qos0_KeepsTheOrderOfTheDevice()
    {
        await using var broker = await TestBroker.StartAsync();
        var sink = new Sink();
        broker.SetSink(sink);
        await using var device = await Probe.ConnectAsync(broker.Address, "wagon-1");

        for (var i = 0; i < 100; i++)
            Assert.True(await device.Connection.PublishAsync(Probe.Text(i % 10 == 0 ? Ack : State, $"{i}", qos: i % 10 == 0 ? 1 : 0), Cancellation));

        for (var i = 0; i < 100; i++)
            Assert.Equal($"{i}", (await sink.NextAsync()).Payload);
    }

    [Fact]
    public async Task SetSink_OtherTopics_AreNotHandedOver()
    {
        await using var broker = await TestBroker.StartAsync();
        var sink = new Sink();
        broker.SetSink(sink);
        await using var device = await Probe.ConnectAsync(broker.Address, "wagon-1", "other/#", Hazards);

        await device.Connection.PublishAsync(Probe.Text("other/topic", "a"), Cancellation);
        await device.Connection.PublishAsync(Probe.Text(Hazards, "b"), Cancellation);
        await device.Connection.PublishAsync(Probe.Text(State, "c"), Cancellation);

        Assert.Equal((State, "c"), await sink.NextAsync());
        Assert.Equal("a", (await device.NextAsync()).Payload);
        Assert.Equal("b", (await device.NextAsync()).Payload);
        Assert.Equal(["other/topic", Hazards], sink.Stray);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Connect_WithoutClientId_IsGivenOne(byte version)
    {
        await using var broker = await TestBroker.StartAsync();
        byte[] properties = version == 5 ? [0] : [];
        byte[] body = [0, 4, .. "MQTT"u8, version, 2, 0, 60, .. properties, 0, 0];

        var answer = await AnswerAsync(broker, [0x10, (byte)body.Length, .. body]);

        Assert.Equal(0x20, answer[0]);
        Assert.Equal(0, answer[3]);
    }

    [Fact]
    public async Task StopAsync_SomebodyConnectedAndSaysNothing_IsCutOff()
    {
        await using var broker = await TestBroker.StartAsync();
        using var silent = new TcpClient();
        await silent.ConnectAsync(broker.Address.Host, broker.Port, Cancellation);
        await using (var device = await Probe.ConnectAsync(broker.Address, "wagon-1"))
            await broker.StopAsync().WaitAsync(Patience.Token);

        Assert.Equal(0, await silent.GetStream().ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, Patience.Token));
    }

    [Fact]
    public async Task Connect_PacketOf256Megabytes_IsCutOffUnread()
    {
        await using var broker = await TestBroker.StartAsync();
        var before = GC.GetTotalAllocatedBytes();

        Assert.Empty(await AnswerAsync(broker, [0x10, 0xFF, 0xFF, 0xFF, 0x7F]));

        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 100_000_000);
        await using var device = await Probe.ConnectAsync(broker.Address, "wagon-1");
    }

    [Fact]
    public async Task PublishAsync_ToADevice_ReachesItAlone()
    {
        await using var broker = await TestBroker.StartAsync();
        await using var one = await Probe.ConnectAsync(broker.Address, "wagon-1", Hazards, Command);
        await using var two = await Probe.ConnectAsync(broker.Address, "wagon-2", Hazards.Replace('1', '2'), "end");

        Assert.True(await broker.PublishAsync(Probe.Text(Hazards, "h", qos: 0), Cancellation));
        Assert.True(await broker.PublishAsync(Probe.Text(Command, "c"), Cancellation));
        Assert.True(await broker.PublishAsync(Probe.Text("end", "e"), Cancellation));

        Assert.Equal((Hazards, "h", false), await one.NextAsync());
        Assert.Equal((Command, "c", false), await one.NextAsync());
        Assert.Equal(("end", "e", false), await two.NextAsync());
    }

    [Fact]
    public async Task PublishAsync_SomebodyListensIn_BothGetIt()
    {
        await using var broker = await TestBroker.StartAsync();
        await using var device = await Probe.ConnectAsync(broker.Address, "wagon-1", Hazards);
        await using var watcher = await Probe.ConnectAsync(broker.Address, "watcher", "swarm/v1/yard/#");

        Assert.True(await broker.PublishAsync(Probe.Text(Hazards, "h", qos: 0), Cancellation));

        Assert.Equal((Hazards, "h", false), await device.NextAsync());
        Assert.Equal((Hazards, "h", false), await watcher.NextAsync());
    }

    [Fact]
    public async Task PublishAsync_Retained_IsThereForWhoComesLater()
    {
        await using var broker = await TestBroker.StartAsync();
        var info = new SiteInfo(new SiteId("yard"), new GeoPoint(52, 13), 100);

        Assert.True(await broker.PublishAsync(Publication.Of(info), Cancellation));

        await using var late = await Probe.ConnectAsync(broker.Address, "late", Topic.SiteInfo(info.Site));
        var (topic, payload, retained) = await late.NextAsync();
        Assert.Equal("swarm/v1/yard/_site/info", topic);
        Assert.Equal(System.Text.Encoding.UTF8.GetString(ProtocolCodec.Encode(info)), payload);
        Assert.True(retained);
    }

    [Fact]
    public async Task PublishAsync_DeviceCameBack_ReachesItsNewSession()
    {
        await using var broker = await TestBroker.StartAsync();
        await using (await Probe.ConnectAsync(broker.Address, "wagon-1", Hazards))
        {
        }

        await using var again = await Probe.ConnectAsync(broker.Address, "wagon-1", Hazards);
        Assert.True(await broker.PublishAsync(Probe.Text(Hazards, "h", qos: 0), Cancellation));

        Assert.Equal((Hazards, "h", false), await again.NextAsync());
    }

    [Fact]
    public async Task PublishAsync_DeviceTookItsOwnSessionOver_ReachesItsNewSession()
    {
        await using var broker = await TestBroker.StartAsync();
        var connects = 0;
        await using var old = new Probe(
            broker.Address, "wagon-1", [Hazards], mayConnect: _ => ValueTask.FromResult(Interlocked.Increment(ref connects) == 1));
        await old.BecomesAsync(MqttConnectionState.Connected);

        await using var again = await Probe.ConnectAsync(broker.Address, "wagon-1", Hazards);
        await old.BecomesAsync(MqttConnectionState.Disconnected);
        Assert.True(await broker.PublishAsync(Probe.Text(Hazards, "h", qos: 0), Cancellation));

        Assert.Equal((Hazards, "h", false), await again.NextAsync());
    }

    [Fact]
    public async Task Publish_MoreRetainedTopicsThanAllowed_IsRefused()
    {
        await using var broker = await TestBroker.StartAsync(maxRetained: 2);
        await using var device = await Probe.ConnectAsync(broker.Address, "wagon-1");

        Assert.True(await device.Connection.PublishAsync(Probe.Text("a", "1", retain: true), Cancellation));
        Assert.True(await device.Connection.PublishAsync(Probe.Text("b", "1", retain: true), Cancellation));
        Assert.True(await device.Connection.PublishAsync(Probe.Text("a", "2", retain: true), Cancellation));
        Assert.False(await device.Connection.PublishAsync(Probe.Text("c", "1", retain: true), Cancellation));
        Assert.True(await device.Connection.PublishAsync(Probe.Text("a", "", retain: true), Cancellation));
        Assert.True(await device.Connection.PublishAsync(Probe.Text("c", "1", retain: true), Cancellation));
    }

    [Fact]
    public async Task StartAsync_PortTaken_SaysSo()
    {
        await using var first = await TestBroker.StartAsync();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => TestBroker.StartAsync(first.Port));

        Assert.Contains($"127.0.0.1:{first.Port}", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>What the broker answers to these bytes before it closes the connection or has said enough.</summary>
    private static async Task<byte[]> AnswerAsync(EmbeddedBroker broker, byte[] sent)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(broker.Address.Host, broker.Port, Cancellation);
        await client.GetStream().WriteAsync(sent, Cancellation);
        var answer = new byte[4];
        var length = await client.GetStream().ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, Patience.Token);
        return answer[..length];
    }
}

using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using MQTTnet.Protocol;
using Swarm.Domain;
using Swarm.Messaging;
using Channel = Swarm.Messaging.Channel;

namespace Swarm.Bridge.Tests;

/// <summary>A device at the other end of the broker.</summary>
internal sealed class TestDevice : IAsyncDisposable
{
    private readonly DeviceId _device;
    private readonly MqttConnection _connection;
    private readonly TaskCompletionSource _connected = new();
    private readonly Channel<DownlinkMessage> _received = System.Threading.Channels.Channel.CreateUnbounded<DownlinkMessage>();

    public TestDevice(BrokerAddress broker, DeviceId device, Channel[] downlinks)
    {
        _device = device;
        _connection = new MqttConnection(
            new MqttConnectionOptions
            {
                Broker = broker,
                ClientId = device.Value,
                MinBackoff = TimeSpan.FromMilliseconds(50),
                Timeout = Patience.Limit,
                Subscriptions = [.. downlinks.Select(channel => Subscription.Of(TestSite.Id, device, channel))],
                OnMessage = Take,
            },
            TimeProvider.System,
            NullLogger<MqttConnection>.Instance);
        _connection.StateChanged += state =>
        {
            if (state == MqttConnectionState.Connected)
                _connected.TrySetResult();
        };
        _connection.Start();
    }

    public Task ConnectedAsync() => _connected.Task.WaitAsync(Patience.Token);

    public async Task SendAsync(UplinkMessage message) => Assert.True(await TrySendAsync(message));

    /// <returns>Whether the broker acknowledged it.</returns>
    public Task<bool> TrySendAsync(UplinkMessage message) =>
        _connection.PublishAsync(Publication.Of(TestSite.Id, _device, message), Patience.Token).AsTask();

    /// <summary>Sends anything on any channel, also in the name of another device.</summary>
    public async Task SendAsync(Channel channel, byte[] payload, string? device = null, int? qos = null)
    {
        var topic = Topic.Of(TestSite.Id, device is null ? _device : new DeviceId(device), channel);
        var level = qos is { } given ? (MqttQualityOfServiceLevel)given : channel.Info().Qos;
        Assert.True(await _connection.PublishAsync(new Publication(topic, payload, level, Retain: false), Patience.Token));
    }

    /// <summary>Sends anything anywhere.</summary>
    public async Task SendAsync(string topic, byte[] payload) =>
        Assert.True(await _connection.PublishAsync(new Publication(topic, payload, MqttQualityOfServiceLevel.AtMostOnce, Retain: false), Patience.Token));

    public async Task<T> NextAsync<T>()
        where T : DownlinkMessage => Assert.IsType<T>(await _received.Reader.ReadAsync(Patience.Token));

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async ValueTask Take(IncomingMessage message)
    {
        Assert.True(Topic.TryParse(message.Topic, out var parts));
        Assert.True(ProtocolCodec.TryDecodeDownlink(parts.Channel, message.Payload, out var read, out var refusal), refusal?.Detail);
        _received.Writer.TryWrite(read!);
        await message.AcknowledgeAsync();
    }
}

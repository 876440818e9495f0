using System.Buffers;
using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using MQTTnet.Protocol;

namespace Swarm.Messaging.Tests;

/// <summary>A client for tests: writes down what it gets, and lets a test wait for it.</summary>
internal sealed class Probe : IAsyncDisposable
{
    private readonly Channel<(string Topic, string Payload, bool Retained)> _received =
        System.Threading.Channels.Channel.CreateUnbounded<(string, string, bool)>();

    private readonly Channel<MqttConnectionState> _states = System.Threading.Channels.Channel.CreateUnbounded<MqttConnectionState>();

    public Probe(
        BrokerAddress broker,
        string clientId,
        string[]? filters = null,
        Func<Announcement>? announce = null,
        bool mqtt311 = false,
        Func<CancellationToken, ValueTask<bool>>? mayConnect = null)
    {
        Connection = new MqttConnection(
            new MqttConnectionOptions
            {
                Broker = broker,
                ClientId = clientId,
                UseMqtt311 = mqtt311,
                MinBackoff = TimeSpan.FromMilliseconds(20),
                MaxBackoff = TimeSpan.FromMilliseconds(100),
                Subscriptions = [.. (filters ?? []).Select(filter => new Subscription(filter, MqttQualityOfServiceLevel.AtLeastOnce))],
                Announce = announce,
                MayConnect = mayConnect,
                OnMessage = async message =>
                {
                    _received.Writer.TryWrite((message.Topic, Encoding.UTF8.GetString(message.Payload.ToArray()), message.Retained));
                    await message.AcknowledgeAsync();
                },
            },
            TimeProvider.System,
            NullLogger<MqttConnection>.Instance);
        Connection.StateChanged += state => _states.Writer.TryWrite(state);
        Connection.Start();
    }

    public MqttConnection Connection { get; }

    public static Publication Text(string topic, string text, int qos = 1, bool retain = false) =>
        new(topic, Encoding.UTF8.GetBytes(text), (MqttQualityOfServiceLevel)qos, retain);

    public static async Task<Probe> ConnectAsync(BrokerAddress broker, string clientId, params string[] filters)
    {
        var probe = new Probe(broker, clientId, filters);
        await probe.BecomesAsync(MqttConnectionState.Connected);
        return probe;
    }

    public async Task BecomesAsync(MqttConnectionState state)
    {
        while (await _states.Reader.ReadAsync(Patience.Token) != state)
        {
        }
    }

    public async Task<(string Topic, string Payload, bool Retained)> NextAsync() => await _received.Reader.ReadAsync(Patience.Token);

    public bool HasMore => _received.Reader.Count > 0;

    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}

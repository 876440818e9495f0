using System.Buffers;
using Microsoft.Extensions.Logging.Abstractions;
using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Benchmarks.Ingest;

/// <summary>The least that a site can do with a message: decode and judge it where it arrives.</summary>
internal sealed class Floor : ISubject, IUplinkSink
{
    private EmbeddedBroker? _broker;
    private MqttConnection? _connection;
    private long _handled;

    private Floor(Stopwatches? watches) => Watches = watches;

    public BrokerAddress Address { get; private set; } = null!;

    public long Handled => Volatile.Read(ref _handled);

    public long Dropped => 0;

    public Stopwatches? Watches { get; }

    /// <param name="external">The broker to subscribe at; null for an embedded one.</param>
    public static async Task<Floor> StartAsync(BrokerAddress? external, Stopwatches? watches)
    {
        var floor = new Floor(watches);
        if (external is null)
        {
            floor._broker = new EmbeddedBroker(new EmbeddedBrokerOptions { Port = 0 }, NullLogger<EmbeddedBroker>.Instance);
            floor._broker.SetSink(floor);
            await floor._broker.StartAsync();
            floor.Address = floor._broker.Address;
            return floor;
        }

        floor.Address = external;
        floor._connection = new MqttConnection(
            new MqttConnectionOptions
            {
                Broker = external,
                ClientId = "bench-floor",
                Subscriptions = [.. Channels.Uplink.Select(info => Subscription.OfAll(BenchFleet.Site.Site, info.Channel))],
                OnMessage = floor.Take,
            },
            TimeProvider.System,
            NullLogger<MqttConnection>.Instance);
        floor._connection.Start();
        return floor;
    }

    public void Post(in UplinkPublish publish) => Parse(publish.Topic, publish.Payload);

    public Task AcceptAsync(UplinkPublish publish, CancellationToken cancellationToken)
    {
        Parse(publish.Topic, publish.Payload);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();

        if (_broker is not null)
            await _broker.DisposeAsync();
    }

    private async ValueTask Take(IncomingMessage message)
    {
        Parse(message.Topic, message.Payload);
        if (message.NeedsAcknowledgement)
            await message.AcknowledgeAsync();
    }

    private void Parse(string topic, ReadOnlySequence<byte> payload)
    {
        var now = DateTimeOffset.UtcNow;
        if (!Topic.TryParse(topic, out var parts)
            || !ProtocolCodec.TryDecodeUplink(new DeviceId(parts.Device.ToString()), parts.Channel, payload, now, out var message, out _))
            throw new InvalidOperationException($"The benchmark's own message on {topic} is not valid.");

        if (Watches is { } watches)
            NoteTime(watches, message);

        Interlocked.Increment(ref _handled);
    }

    private static void NoteTime(Stopwatches watches, UplinkMessage message)
    {
        if (message is DeviceState state)
            watches.NoteGrain(state.Time, DateTimeOffset.UtcNow);
        else if (message is DetectionFrame frame)
            watches.NoteGrain(frame.Time, DateTimeOffset.UtcNow);
    }
}

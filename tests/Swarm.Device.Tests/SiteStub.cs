using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Device.Tests;

/// <summary>The site's end of the protocol, on an embedded broker: hands out what one device sends and sends to it.</summary>
internal sealed class SiteStub : IUplinkSink, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly EmbeddedBroker _broker = new(new EmbeddedBrokerOptions { Port = 0 }, NullLogger<EmbeddedBroker>.Instance);
    private readonly Channel<UplinkMessage> _received = System.Threading.Channels.Channel.CreateUnbounded<UplinkMessage>();

    public static SiteId Site { get; } = new("test-site");

    public static DeviceId Device { get; } = new("wagon-1");

    public BrokerAddress Address => _broker.Address;

    public static async Task<SiteStub> StartAsync()
    {
        var site = new SiteStub();
        site._broker.SetSink(site);
        await site._broker.StartAsync();
        return site;
    }

    public void Post(in UplinkPublish publish)
    {
        Assert.True(Topic.TryParse(publish.Topic, out var parts));
        if (!ProtocolCodec.TryDecodeUplink(Device, parts.Channel, publish.Payload, TimeProvider.System.GetUtcNow(), out var message, out var refusal))
            throw new InvalidOperationException($"{publish.Topic}: {refusal.Detail}");
        Assert.Equal((Site.Value, Device.Value), (parts.Site.ToString(), parts.Device.ToString()));
        _received.Writer.TryWrite(message);
    }

    public Task AcceptAsync(UplinkPublish publish, CancellationToken cancellationToken)
    {
        Post(publish);
        return Task.CompletedTask;
    }

    /// <summary>The next message of a kind; earlier ones of other kinds are passed over.</summary>
    public async Task<T> NextAsync<T>(CancellationToken cancellationToken)
        where T : UplinkMessage
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        await foreach (var message in _received.Reader.ReadAllAsync(patience.Token))
            if (message is T wanted)
                return wanted;
        throw new InvalidOperationException("no more messages");
    }

    public async Task SendAsync(DownlinkMessage message) => Assert.True(await _broker.PublishAsync(Publication.Of(Site, Device, message)));

    /// <summary>Clears what is retained for the device on a channel.</summary>
    public async Task ClearAsync(Messaging.Channel channel) => Assert.True(await _broker.PublishAsync(Publication.Clear(Site, Device, channel)));

    public Task CutAsync() => _broker.DisconnectAsync(Device.Value);

    public ValueTask DisposeAsync() => _broker.DisposeAsync();
}

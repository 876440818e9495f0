using Swarm.Domain;
using Swarm.Grains;
using Swarm.Messaging;

namespace Swarm.Bridge;

/// <summary>Sends to devices through the broker in this process.</summary>
internal sealed class EmbeddedDownlink(BridgeOptions options, BridgeMetrics metrics) : IDownlink
{
    public ValueTask<bool> SendAsync(DeviceId device, DownlinkMessage message, CancellationToken cancellationToken = default) =>
        PublishAsync(Publication.Of(options.Site.Site, device, message), Channels.Of(message).Channel, cancellationToken);

    public ValueTask<bool> ClearDesiredAsync(DeviceId device, CancellationToken cancellationToken = default) =>
        PublishAsync(Publication.Clear(options.Site.Site, device, Channel.Desired), Channel.Desired, cancellationToken);

    public ValueTask<bool> RetainModelAsync(string name, string version, ReadOnlyMemory<byte> package, CancellationToken cancellationToken = default) =>
        options.Embedded!.PublishAsync(Publication.Of(options.Site.Site, name, version, package), cancellationToken);

    private async ValueTask<bool> PublishAsync(Publication publication, Channel channel, CancellationToken cancellationToken)
    {
        var taken = await options.Embedded!.PublishAsync(publication, cancellationToken);
        metrics.Sent(channel, taken);
        return taken;
    }
}

using Swarm.Domain;
using Swarm.Grains;
using Swarm.Messaging;

namespace Swarm.Bridge;

/// <summary>Sends to devices through the broker in this process.</summary>
internal sealed class EmbeddedDownlink(BridgeOptions options, BridgeMetrics metrics) : IDownlink
{
    public async ValueTask<bool> SendAsync(DeviceId device, DownlinkMessage message, CancellationToken cancellationToken = default)
    {
        var taken = await options.Embedded!.PublishAsync(Publication.Of(options.Site.Site, device, message), cancellationToken);
        metrics.Sent(Channels.Of(message).Channel, taken);
        return taken;
    }
}

using MQTTnet.Protocol;
using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>A message to publish.</summary>
public sealed record Publication(string Topic, ReadOnlyMemory<byte> Payload, MqttQualityOfServiceLevel Qos, bool Retain)
{
    /// <summary>A device's message on its channel.</summary>
    public static Publication Of(SiteId site, DeviceId device, UplinkMessage message)
    {
        var info = Channels.Of(message);
        return new(Messaging.Topic.Of(site, device, info.Channel), ProtocolCodec.Encode(message), info.Qos, info.Retained);
    }

    /// <summary>A site's message to a device on its channel.</summary>
    public static Publication Of(SiteId site, DeviceId device, DownlinkMessage message)
    {
        var info = Channels.Of(message);
        return new(Messaging.Topic.Of(site, device, info.Channel), ProtocolCodec.Encode(message), info.Qos, info.Retained);
    }

    /// <summary>Clears what is retained for a device on a channel, by an empty message.</summary>
    public static Publication Clear(SiteId site, DeviceId device, Channel channel) =>
        new(Messaging.Topic.Of(site, device, channel), ReadOnlyMemory<byte>.Empty, channel.Info().Qos, Retain: true);

    /// <summary>The retained description of a site.</summary>
    public static Publication Of(SiteInfo info) =>
        new(Messaging.Topic.SiteInfo(info.Site), ProtocolCodec.Encode(info), MqttQualityOfServiceLevel.AtLeastOnce, Retain: true);
}

using MQTTnet.Protocol;
using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>A topic filter and the highest quality of service to receive it with.</summary>
public sealed record Subscription(string Filter, MqttQualityOfServiceLevel Qos)
{
    /// <summary>One channel of every device of a site.</summary>
    public static Subscription OfAll(SiteId site, Channel channel) => new(Messaging.Topic.FilterOf(site, channel), channel.Info().Qos);

    /// <summary>One channel of one device.</summary>
    public static Subscription Of(SiteId site, DeviceId device, Channel channel) =>
        new(Messaging.Topic.Of(site, device, channel), channel.Info().Qos);
}

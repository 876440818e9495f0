using System.Buffers;
using System.Text;
using MQTTnet;
using MQTTnet.Protocol;
using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>A message to publish.</summary>
public sealed record Publication(string Topic, ReadOnlyMemory<byte> Payload, MqttQualityOfServiceLevel Qos, bool Retain)
{
    /// <summary>Where an answer is expected (MQTT 5, section 4.10).</summary>
    public string? ResponseTopic { get; init; }

    /// <summary>What ties an answer to what it answers (MQTT 5, section 4.10); the id in the payload says the same, for MQTT 3.1.1.</summary>
    public string? Correlation { get; init; }

    /// <summary>A device's message on its channel.</summary>
    public static Publication Of(SiteId site, DeviceId device, UplinkMessage message)
    {
        var info = Channels.Of(message);
        return new(Messaging.Topic.Of(site, device, info.Channel), ProtocolCodec.Encode(message), info.Qos, info.Retained)
        {
            ResponseTopic = message is InferenceAsk ? Messaging.Topic.Of(site, device, Channel.Answer) : null,
            Correlation = (message as InferenceAsk)?.Id,
        };
    }

    /// <summary>A site's message to a device on its channel.</summary>
    public static Publication Of(SiteId site, DeviceId device, DownlinkMessage message)
    {
        var info = Channels.Of(message);
        var qos = message is DeviceCommand { Kind: CommandKind.Drive } ? MqttQualityOfServiceLevel.AtMostOnce : info.Qos;
        return new(Messaging.Topic.Of(site, device, info.Channel), ProtocolCodec.Encode(message), qos, info.Retained)
        {
            Correlation = (message as InferenceAnswer)?.Id,
        };
    }

    internal MqttApplicationMessage ToMessage(MqttQualityOfServiceLevel qos, bool retain) => new()
    {
        Topic = Topic,
        Payload = new ReadOnlySequence<byte>(Payload),
        QualityOfServiceLevel = qos,
        Retain = retain,
        ResponseTopic = ResponseTopic,
        CorrelationData = Correlation is null ? null : Encoding.UTF8.GetBytes(Correlation),
    };

    /// <summary>Clears what is retained for a device on a channel, by an empty message.</summary>
    public static Publication Clear(SiteId site, DeviceId device, Channel channel) =>
        new(Messaging.Topic.Of(site, device, channel), ReadOnlyMemory<byte>.Empty, channel.Info().Qos, Retain: true);

    /// <summary>A signed model, retained for all devices of a site.</summary>
    public static Publication Of(SiteId site, string model, string version, ReadOnlyMemory<byte> package) =>
        new(Messaging.Topic.Model(site, model, version), package, MqttQualityOfServiceLevel.AtLeastOnce, Retain: true);

    /// <summary>The retained description of a site.</summary>
    public static Publication Of(SiteInfo info) =>
        new(Messaging.Topic.SiteInfo(info.Site), ProtocolCodec.Encode(info), MqttQualityOfServiceLevel.AtLeastOnce, Retain: true);
}

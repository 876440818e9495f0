using MQTTnet.Protocol;

namespace Swarm.Messaging;

/// <summary>How a channel is sent.</summary>
/// <param name="Name">The topic level.</param>
/// <param name="MessageType">The one record that the channel carries.</param>
/// <param name="IsUplink">From the device to the site.</param>
public sealed record ChannelInfo(
    Channel Channel,
    string Name,
    Type MessageType,
    bool IsUplink,
    MqttQualityOfServiceLevel Qos,
    bool Retained)
{
    /// <summary>Largest payload, in bytes.</summary>
    public int MaxPayload { get; init; } = ProtocolLimits.MaxPayload;
}

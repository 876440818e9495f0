using System.Buffers;
using MQTTnet;
using MQTTnet.Protocol;

namespace Swarm.Messaging;

/// <summary>A message as it came from the broker. One with QoS 1 must be acknowledged, or the broker keeps it and sends it again later.</summary>
public sealed class IncomingMessage
{
    private readonly MqttApplicationMessageReceivedEventArgs _received;
    private readonly MqttLink _link;

    internal IncomingMessage(MqttApplicationMessageReceivedEventArgs received, MqttLink link) => (_received, _link) = (received, link);

    public string Topic => _received.ApplicationMessage.Topic;

    /// <summary>Stays valid after the handler has returned.</summary>
    public ReadOnlySequence<byte> Payload => _received.ApplicationMessage.Payload;

    /// <summary>Out of the broker's memory at the time of the subscription, not published just now.</summary>
    public bool Retained => _received.ApplicationMessage.Retain;

    /// <summary>
    /// Whether the connection that it came on is still there. Once it is not, the broker sends every message that was not acknowledged
    /// again, in order, so that whoever still holds this one should let go of it.
    /// </summary>
    public bool IsLive => _link.IsUp;

    public bool NeedsAcknowledgement => _received.ApplicationMessage.QualityOfServiceLevel != MqttQualityOfServiceLevel.AtMostOnce;

    /// <summary>Tells the broker that the message is safe. Call once; nothing happens for QoS 0.</summary>
    /// <returns>False where the connection it came on is gone: the broker will send it again on the next one.</returns>
    public async ValueTask<bool> AcknowledgeAsync(CancellationToken cancellationToken = default)
    {
        if (!NeedsAcknowledgement)
            return true;

        try
        {
            await _received.AcknowledgeAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (MqttFaults.IsConnectionLoss(exception))
        {
            return false;
        }
    }
}

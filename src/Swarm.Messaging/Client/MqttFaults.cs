using System.Net.Sockets;
using MQTTnet.Exceptions;

namespace Swarm.Messaging;

/// <summary>What the MQTT library throws when a connection is not there or goes away under a call.</summary>
internal static class MqttFaults
{
    /// <summary>A client whose connection has ended has dropped its inner objects, hence the last two.</summary>
    public static bool IsConnectionLoss(Exception exception) =>
        exception is MqttCommunicationException or MqttClientDisconnectedException or MqttClientNotConnectedException
            or SocketException or IOException or OperationCanceledException or ObjectDisposedException or NullReferenceException;
}

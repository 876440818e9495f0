namespace Swarm.Messaging;

/// <summary>What an <see cref="MqttConnection"/> is doing.</summary>
public enum MqttConnectionState
{
    /// <summary>Not connected, and trying again after a while.</summary>
    Disconnected,

    /// <summary>Connected, subscribed, births published.</summary>
    Connected,

    /// <summary>Disposed.</summary>
    Closed,
}

namespace Swarm.Vda5050;

/// <summary>What a vehicle, or the broker in its stead, says of its connection.</summary>
public enum ConnectionState
{
    Online,

    /// <summary>Left in good order.</summary>
    Offline,

    /// <summary>Asleep: connected, sends no state (3.0).</summary>
    Hibernating,

    /// <summary>The last will.</summary>
    ConnectionBroken,
}

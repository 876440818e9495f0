namespace Swarm.Vda5050;

/// <summary>How an emergency stop is ended.</summary>
public enum EmergencyStop
{
    None,
    Manual,
    Remote,

    /// <summary>By itself. 2.1 only; written as MANUAL to 3.0.</summary>
    AutoAcknowledged,
}

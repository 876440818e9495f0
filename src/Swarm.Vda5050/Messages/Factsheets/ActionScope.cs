namespace Swarm.Vda5050;

/// <summary>Where an action can be asked for.</summary>
public enum ActionScope
{
    Instant,
    Node,
    Edge,

    /// <summary>3.0.</summary>
    Zone,
}

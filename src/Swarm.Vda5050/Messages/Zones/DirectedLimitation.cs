namespace Swarm.Vda5050;

/// <summary>How strictly a direction of travel is meant.</summary>
public enum DirectedLimitation
{
    Soft,
    Restricted,

    /// <summary>Of a directed zone only.</summary>
    Strict,
}

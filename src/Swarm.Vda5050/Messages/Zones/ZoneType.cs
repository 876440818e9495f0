namespace Swarm.Vda5050;

/// <summary>What a zone demands (3.0: 6.4.1).</summary>
public enum ZoneType
{
    Blocked,
    LineGuided,
    Release,
    CoordinatedReplanning,
    SpeedLimit,
    Action,
    Priority,
    Penalty,
    Directed,
    Bidirected,
}

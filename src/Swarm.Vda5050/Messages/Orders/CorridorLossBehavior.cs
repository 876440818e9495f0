namespace Swarm.Vda5050;

/// <summary>What to do when the leave to use a corridor ends (3.0).</summary>
public enum CorridorLossBehavior
{
    Stop,
    Return,
}

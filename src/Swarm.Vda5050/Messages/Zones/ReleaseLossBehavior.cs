namespace Swarm.Vda5050;

/// <summary>What a vehicle inside a release zone does when its release ends.</summary>
public enum ReleaseLossBehavior
{
    Stop,
    Continue,
    Evacuate,
}

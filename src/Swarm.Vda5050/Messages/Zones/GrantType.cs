namespace Swarm.Vda5050;

/// <summary>What a request is answered with.</summary>
public enum GrantType
{
    Granted,
    Queued,
    Revoked,
    Rejected,
}

namespace Swarm.Vda5050;

/// <summary>How an answer stands.</summary>
public enum GrantPhase
{
    Queued,

    /// <summary>Granted, not yet shown by the vehicle.</summary>
    Granting,
    Granted,

    /// <summary>Revoked, not yet shown by the vehicle.</summary>
    Revoking,

    /// <summary>Rejected, still requested.</summary>
    Rejecting,

    /// <summary>The vehicle is out of control and shows no requests (3.0: INTERVENED and other modes), though it may be in the zone: for a person to end.</summary>
    Untracked,
}

namespace Swarm.Vda5050;

/// <summary>How a request stands, as its vehicle shows it (3.0: 6.9).</summary>
public enum RequestStatus
{
    Requested,

    /// <summary>Named by the text of 3.0 (6.9) but not by its field: written as REQUESTED.</summary>
    Queued,
    Granted,
    Revoked,
    Expired,
}

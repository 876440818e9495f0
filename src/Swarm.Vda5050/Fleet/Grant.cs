namespace Swarm.Vda5050;

/// <summary>What a vehicle's request was answered, and what became of it.</summary>
/// <param name="PlaceId">The zone or the edge.</param>
/// <param name="ZoneSetId">The zone's set; null for a corridor.</param>
public sealed record Grant(string RequestId, RequestType Type, string PlaceId, string? ZoneSetId, GrantPhase Phase, DateTimeOffset NextSendAt)
{
    public DateTimeOffset? LeaseExpiry { get; init; }

    public int Copies { get; init; }

    /// <summary>
    /// Whether the place has to be taken for occupied: from the moment that a grant is decided, until the vehicle shows that it has it no
    /// more. A revocation, or a lease that is over by the clock here, frees nothing by itself.
    /// </summary>
    public bool IsHeld => Phase is GrantPhase.Granting or GrantPhase.Granted or GrantPhase.Revoking or GrantPhase.Untracked;
}

namespace Swarm.Vda5050;

/// <summary>A request to fleet control, for a zone or a corridor (3.0: 6.9).</summary>
/// <param name="PlaceId">The zone or the edge.</param>
/// <param name="ZoneSetId">The zone's set; null for a corridor.</param>
/// <param name="SequenceId">The edge's.</param>
/// <param name="InUse">Whether the vehicle is in the zone, or off its trajectory.</param>
public sealed record TrackedRequest(
    string RequestId,
    RequestType Type,
    string PlaceId,
    string? ZoneSetId,
    uint SequenceId,
    RequestStatus Status,
    Trajectory? Trajectory = null,
    DateTimeOffset? LeaseExpiry = null,
    bool InUse = false)
{
    public bool IsGranted => Status == RequestStatus.Granted;
}

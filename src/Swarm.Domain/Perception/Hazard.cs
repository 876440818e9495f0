using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>Something that a device is on course to conflict with.</summary>
/// <param name="Track">The fused track, or null where the other party is a device.</param>
/// <param name="Other">The other device, or null where the other party is a track.</param>
/// <param name="Position">Of the other party now, site frame.</param>
/// <param name="TimeToCollision">Seconds until the bodies are closest, within the horizon.</param>
/// <param name="Distance">Metres between the bodies' outlines at that time, 0 when they overlap.</param>
/// <param name="Probability">That they come into conflict within the horizon, from both covariances.</param>
/// <param name="SeenBy">Who saw it.</param>
/// <param name="SeenBySelf">Whether the device that this is for is among them.</param>
[GenerateSerializer, Immutable, Alias("swarm.Hazard")]
public sealed record Hazard(
    [property: Id(0), JsonIgnore(Condition = JsonIgnoreCondition.Never)] TrackId? Track,
    [property: Id(1), JsonIgnore(Condition = JsonIgnoreCondition.Never)] DeviceId? Other,
    [property: Id(2)] ObjectClass Class,
    [property: Id(3)] Position Position,
    [property: Id(4)] Velocity Velocity,
    [property: Id(5)] Covariance2 Covariance,
    [property: Id(6)] double TimeToCollision,
    [property: Id(7)] double Distance,
    [property: Id(8)] double Probability,
    [property: Id(9)] IReadOnlyList<DeviceId> SeenBy,
    [property: Id(10)] bool SeenBySelf);

namespace Swarm.Domain;

/// <summary>An object fused over time from what many devices saw, in the site frame.</summary>
/// <param name="Time">What the estimate is for, UTC.</param>
/// <param name="Existence">Probability that there is such an object, 0 to 1.</param>
/// <param name="Confirmed">Sure enough to act on: confirmed once, and not dropped since.</param>
/// <param name="SeenBy">The devices whose detections the track was updated with lately, in the order of their names.</param>
[GenerateSerializer, Immutable, Alias("swarm.Track")]
public sealed record Track(
    [property: Id(0)] TrackId Id,
    [property: Id(1)] ObjectClass Class,
    [property: Id(2)] DateTimeOffset Time,
    [property: Id(3)] Position Position,
    [property: Id(4)] Velocity Velocity,
    [property: Id(5)] KinematicCovariance Covariance,
    [property: Id(6)] double Existence,
    [property: Id(7)] bool Confirmed,
    [property: Id(8)] IReadOnlyList<DeviceId> SeenBy,
    [property: Id(9)] Size? Size = null,
    [property: Id(10)] double? Yaw = null);

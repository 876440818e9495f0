namespace Swarm.Domain;

/// <summary>
/// Channel <c>hazards</c>: always the full list for one device, on change and at least every second, even empty. After 3 s of
/// silence the device must take the site for lost.
/// </summary>
[GenerateSerializer, Immutable, Alias("swarm.HazardList")]
public sealed record HazardList([property: Id(0)] DateTimeOffset Time, [property: Id(1)] IReadOnlyList<Hazard> Hazards) : DownlinkMessage;

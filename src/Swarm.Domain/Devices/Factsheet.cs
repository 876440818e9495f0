namespace Swarm.Domain;

/// <summary>Channel <c>factsheet</c>: what a device is and what it carries.</summary>
/// <param name="MaxSpeed">Metres per second.</param>
/// <param name="Acceleration">The most that it gains, metres per second squared.</param>
/// <param name="Braking">The least that it surely brakes with when it is empty, metres per second squared.</param>
[GenerateSerializer, Immutable, Alias("swarm.Factsheet")]
public sealed record Factsheet(
    [property: Id(0)] DeviceKind Kind,
    [property: Id(1)] Compute Compute,
    [property: Id(2)] Size Size,
    [property: Id(3)] IReadOnlyList<Sensor> Sensors,
    [property: Id(4)] string? Manufacturer = null,
    [property: Id(5)] string? Model = null,
    [property: Id(6)] double? MaxSpeed = null,
    [property: Id(7)] double? Acceleration = null,
    [property: Id(8)] double? Braking = null,
    DeviceId? Device = null) : UplinkMessage(Device);

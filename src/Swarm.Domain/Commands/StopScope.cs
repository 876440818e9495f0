namespace Swarm.Domain;

/// <summary>Whom a stop holds: one device, an area, or, where both are null, the whole site.</summary>
[GenerateSerializer, Immutable, Alias("swarm.StopScope")]
public sealed record StopScope([property: Id(0)] DeviceId? Device = null, [property: Id(1)] Circle? Area = null)
{
    public static StopScope Site { get; } = new();

    /// <summary>Whether the stop holds this device, which is at <paramref name="position"/> (site frame) if that is known.</summary>
    public bool Holds(DeviceId device, Point2? position) =>
        (Device, Area) switch
        {
            ({ } only, _) => only == device,
            (_, { } area) => position is { } point && area.Contains(point),
            _ => true,
        };
}

namespace Swarm.Domain;

/// <summary>A sector around a sensor's own x axis: radians across, and metres from <see cref="MinRange"/> to <see cref="MaxRange"/>.</summary>
[GenerateSerializer, Immutable, Alias("swarm.FieldOfView")]
public sealed record FieldOfView(
    [property: Id(0)] double HorizontalAngle,
    [property: Id(1)] double MaxRange,
    [property: Id(2)] double MinRange = 0);

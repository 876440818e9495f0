namespace Swarm.Vda5050;

/// <summary>A kind of load, and what holds while it is carried: kilograms, metres, radians, m/s, m/s² and seconds.</summary>
public sealed record LoadSet
{
    public required string SetName { get; init; }

    public required string LoadType { get; init; }

    /// <summary>All of the vehicle's if null or empty.</summary>
    public IReadOnlyList<string>? LoadPositions { get; init; }

    public BoundingBoxReference? BoundingBoxReference { get; init; }

    public LoadDimensions? LoadDimensions { get; init; }

    public double? MaximumWeight { get; init; }

    public double? MinimumLoadhandlingHeight { get; init; }

    public double? MaximumLoadhandlingHeight { get; init; }

    public double? MinimumLoadhandlingDepth { get; init; }

    public double? MaximumLoadhandlingDepth { get; init; }

    public double? MinimumLoadhandlingTilt { get; init; }

    public double? MaximumLoadhandlingTilt { get; init; }

    public double? MaximumSpeed { get; init; }

    public double? MaximumAcceleration { get; init; }

    public double? MaximumDeceleration { get; init; }

    public double? PickTime { get; init; }

    public double? DropTime { get; init; }

    public string? Description { get; init; }
}

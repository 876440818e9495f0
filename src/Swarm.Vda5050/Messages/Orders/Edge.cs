using System.Text.Json.Serialization;

namespace Swarm.Vda5050;

/// <summary>The way between two nodes. Its sequence id is odd.</summary>
public sealed record Edge
{
    public required string EdgeId { get; init; }

    public required uint SequenceId { get; init; }

    public string? EdgeDescriptor { get; init; }

    public required bool Released { get; init; }

    /// <summary>2.1 only, where it is required: the codec writes the neighbouring node's id if it is null.</summary>
    public string? StartNodeId { get; init; }

    /// <inheritdoc cref="StartNodeId"/>
    public string? EndNodeId { get; init; }

    /// <summary>m/s.</summary>
    public double? MaximumSpeed { get; init; }

    /// <summary>Metres, load included.</summary>
    public double? MaximumMobileRobotHeight { get; init; }

    /// <summary>Metres.</summary>
    public double? MinimumLoadHandlingDeviceHeight { get; init; }

    /// <summary>Radians, −π to π.</summary>
    public double? Orientation { get; init; }

    public OrientationType? OrientationType { get; init; }

    /// <summary>Which way to take at a junction, for a vehicle that follows a line.</summary>
    public string? Direction { get; init; }

    /// <summary>Whether to turn before the edge. In 2.1 it is <c>rotationAllowed</c>, which says the opposite.</summary>
    public bool? ReachOrientationBeforeEntering { get; init; }

    /// <summary>rad/s. The text of 3.0 names it so, its schema <c>maxRotationSpeed</c>: both are read.</summary>
    public double? MaximumRotationSpeed { get; init; }

    public Trajectory? Trajectory { get; init; }

    /// <summary>Metres.</summary>
    public double? Length { get; init; }

    public Corridor? Corridor { get; init; }

    public required IReadOnlyList<VehicleAction> Actions { get; init; }

    [JsonInclude, JsonPropertyName("maxRotationSpeed")]
    internal double? RotationSpeedOfSchema
    {
        get => null;
        init => MaximumRotationSpeed ??= value;
    }
}

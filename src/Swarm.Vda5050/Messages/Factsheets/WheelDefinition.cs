namespace Swarm.Vda5050;

/// <summary>A wheel; metres.</summary>
public sealed record WheelDefinition
{
    /// <summary>DRIVE, CASTER, FIXED, MECANUM, …</summary>
    public required string Type { get; init; }

    public required bool IsActiveDriven { get; init; }

    public required bool IsActiveSteered { get; init; }

    public required WheelPosition Position { get; init; }

    public required double Diameter { get; init; }

    public required double Width { get; init; }

    public double? CenterDisplacement { get; init; }

    public string? Constraints { get; init; }
}

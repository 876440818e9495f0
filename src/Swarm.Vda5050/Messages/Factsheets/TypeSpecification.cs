namespace Swarm.Vda5050;

/// <summary>The class of the vehicle. The names are open lists, given in the words of 3.0; the codec knows those of 2.1.</summary>
public sealed record TypeSpecification
{
    public required string SeriesName { get; init; }

    public string? SeriesDescription { get; init; }

    /// <summary>DIFFERENTIAL, OMNIDIRECTIONAL, THREE_WHEEL, …</summary>
    public required string MobileRobotKinematics { get; init; }

    /// <summary>FORKLIFT, CONVEYOR, TUGGER, CARRIER, …</summary>
    public required string MobileRobotClass { get; init; }

    /// <summary>Kilograms.</summary>
    public required double MaximumLoadMass { get; init; }

    /// <summary>NATURAL, REFLECTOR, RFID, DMC, SPOT, GRID, …</summary>
    public required IReadOnlyList<string> LocalizationTypes { get; init; }

    /// <summary>PHYSICAL_LINE_GUIDED, VIRTUAL_LINE_GUIDED, FREELY_NAVIGATING, …</summary>
    public required IReadOnlyList<string> NavigationTypes { get; init; }

    /// <summary>3.0.</summary>
    public IReadOnlyList<ZoneType>? SupportedZones { get; init; }
}

namespace Swarm.Vda5050;

/// <summary>Battery.</summary>
public sealed record PowerSupply
{
    /// <summary>Percent. Named <c>batteryCharge</c> in 2.1.</summary>
    public required double StateOfCharge { get; init; }

    /// <summary>Volts.</summary>
    public double? BatteryVoltage { get; init; }

    /// <summary>Amperes (3.0).</summary>
    public double? BatteryCurrent { get; init; }

    /// <summary>Percent.</summary>
    public double? BatteryHealth { get; init; }

    public required bool Charging { get; init; }

    /// <summary>Metres that it is good for. Named <c>reach</c> in 2.1.</summary>
    public double? Range { get; init; }
}

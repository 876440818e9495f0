namespace Swarm.Vda5050;

/// <summary>When to charge: percent, and seconds.</summary>
public sealed record BatteryCharging
{
    /// <summary>At or below this, only to a charger.</summary>
    public double? CriticalLowChargingLevel { get; init; }

    public double? MinimumDesiredChargingLevel { get; init; }

    public double? MaximumDesiredChargingLevel { get; init; }

    public double? MinimumChargingTime { get; init; }
}

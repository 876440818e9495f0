namespace Swarm.Vda5050;

/// <summary>Software, hardware, network and battery.</summary>
public sealed record MobileRobotConfiguration
{
    public IReadOnlyList<VersionInfo>? Versions { get; init; }

    public NetworkInfo? Network { get; init; }

    /// <summary>3.0.</summary>
    public BatteryCharging? BatteryCharging { get; init; }
}

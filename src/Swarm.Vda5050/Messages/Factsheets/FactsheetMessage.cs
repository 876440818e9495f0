namespace Swarm.Vda5050;

/// <summary>What kind of vehicle it is (topic <c>factsheet</c>, retained; 3.0: 7.10, 2.1: 6.15).</summary>
public sealed record FactsheetMessage : VdaMessage
{
    public required TypeSpecification TypeSpecification { get; init; }

    public required PhysicalParameters PhysicalParameters { get; init; }

    public required ProtocolLimits ProtocolLimits { get; init; }

    public required ProtocolFeatures ProtocolFeatures { get; init; }

    /// <summary>Named <c>agvGeometry</c> in 2.1.</summary>
    public required MobileRobotGeometry MobileRobotGeometry { get; init; }

    public required LoadSpecification LoadSpecification { get; init; }

    /// <summary>Named <c>vehicleConfig</c> in 2.1.</summary>
    public MobileRobotConfiguration? MobileRobotConfiguration { get; init; }
}

namespace Swarm.Vda5050;

/// <summary>Where the vehicle is: metres and radians in the site's frame. Named <c>agvPosition</c> in 2.1.</summary>
public sealed record MobileRobotPosition
{
    public required double X { get; init; }

    public required double Y { get; init; }

    /// <summary>−π to π.</summary>
    public required double Theta { get; init; }

    public required string MapId { get; init; }

    /// <summary>Whether the rest can be trusted. Named <c>positionInitialized</c> in 2.1.</summary>
    public required bool Localized { get; init; }

    /// <summary>0 to 1, for people.</summary>
    public double? LocalizationScore { get; init; }

    /// <summary>Metres, for people.</summary>
    public double? DeviationRange { get; init; }
}

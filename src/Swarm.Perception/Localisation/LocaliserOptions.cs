namespace Swarm.Perception;

/// <summary>Settings of a <see cref="DeviceLocaliser"/>.</summary>
public sealed record LocaliserOptions
{
    public OdometryNoise Odometry { get; init; } = new();

    /// <summary>How likely a right sighting falls within its gate, 0 to 1 exclusive.</summary>
    public double GateProbability { get; init; } = 0.999;

    /// <summary>So many sightings outside the gate, one after the other and of at least two different things, and the device is lost.</summary>
    public int LostAfter { get; init; } = 12;

    /// <summary>
    /// Of sightings of one thing that are closer together than this only the first is used: they mostly err the same way, which a filter
    /// that takes each for news would not know.
    /// </summary>
    public TimeSpan SightingInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How late a sighting may come. What came since is worked out again then.</summary>
    public TimeSpan Lag { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How far ahead of the newest thing that a localiser was told a sighting may be.</summary>
    public TimeSpan MaxLead { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether what another device tells may be correlated with what this one knows. Only a comparison says no.</summary>
    public bool OthersAreCorrelated { get; init; } = true;
}

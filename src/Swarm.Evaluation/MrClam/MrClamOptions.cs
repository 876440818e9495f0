using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>How MR.CLAM is evaluated.</summary>
public sealed record MrClamOptions
{
    /// <summary>The ways to localise that are compared.</summary>
    public IReadOnlyList<MrClamMethod> Methods { get; init; } = Enum.GetValues<MrClamMethod>();

    /// <summary>The subjects of the robots that know the map.</summary>
    public IReadOnlyList<int> Mapped { get; init; } = [1, 2];

    /// <summary>Seconds from the first odometry in which the motion capture is there to calibrate with. What comes after is evaluated.</summary>
    public double Calibration { get; init; } = 120;

    /// <summary>Whether the robots know their pose when the evaluated time begins, within <see cref="Start"/>; or have to find it.</summary>
    public bool KnownStart { get; init; } = true;

    /// <summary>How far off a known start may be.</summary>
    public PoseCovariance Start { get; init; } = PoseCovariance.Diagonal(0.05, 0.05);

    /// <summary>Seconds in which sightings of one thing count as one, <see cref="Perception.LocaliserOptions.SightingInterval"/>.</summary>
    public double SightingInterval { get; init; } = 1;

    /// <summary>Seconds between two comparisons with the motion capture.</summary>
    public double Interval { get; init; } = 1;
}

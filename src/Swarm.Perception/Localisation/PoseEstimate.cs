using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Where a device believes it is, in the site frame.</summary>
/// <param name="Independent">Covariance of the error that nobody else's estimate has a part in.</param>
/// <param name="Correlated">Of the error that others may have a part in.</param>
public readonly record struct PoseEstimate(DateTimeOffset Time, Pose Pose, PoseCovariance Independent, PoseCovariance Correlated)
{
    /// <summary>Of the whole error.</summary>
    public PoseCovariance Covariance => (Independent.ToMatrix() + Correlated.ToMatrix()).ToPoseCovariance();

    /// <summary>The same once another device has it, see <see cref="SplitEstimate{TSize}.Shared"/>.</summary>
    internal PoseEstimate Shared() => this with { Independent = default, Correlated = Covariance };
}

using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>
/// How wrong a device is about its own pose: it drifts (Ornstein and Uhlenbeck, 1930) rather than jumps, and at any moment has the
/// stated standard deviations.
/// </summary>
internal sealed class EgoError(Dice dice, double position, double yaw)
{
    /// <summary>Seconds after which an error is mostly forgotten.</summary>
    private const double Memory = 8;

    private double _x = position * dice.Gaussian();
    private double _y = position * dice.Gaussian();
    private double _yaw = yaw * dice.Gaussian();

    public PoseCovariance Covariance { get; } = PoseCovariance.Diagonal(position, yaw);

    public void Drift(double dt)
    {
        var kept = Math.Exp(-dt / Memory);
        var fresh = Math.Sqrt(1 - (kept * kept));
        _x = (kept * _x) + (fresh * position * dice.Gaussian());
        _y = (kept * _y) + (fresh * position * dice.Gaussian());
        _yaw = (kept * _yaw) + (fresh * yaw * dice.Gaussian());
    }

    public Pose Estimate(Pose truth) =>
        new(truth.X + _x, truth.Y + _y, Angle.Normalize(truth.Yaw + _yaw), truth.Z);
}

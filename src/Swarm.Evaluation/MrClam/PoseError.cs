using Swarm.Domain;
using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>How far an estimate was off at one instant.</summary>
/// <param name="Time">Seconds.</param>
/// <param name="Distance">Metres.</param>
/// <param name="Yaw">Radians, with its sign.</param>
/// <param name="Nees">Normalised estimation error squared over (x, y, yaw): 3 on average where the covariance is right.</param>
/// <param name="PositionNees">Over (x, y): 2 on average.</param>
public readonly record struct PoseError(double Time, double Distance, double Yaw, double Nees, double PositionNees)
{
    public static PoseError Of(double time, PoseEstimate estimate, Pose truth)
    {
        var (dx, dy, yaw) = (estimate.Pose.X - truth.X, estimate.Pose.Y - truth.Y, Angle.Normalize(estimate.Pose.Yaw - truth.Yaw));
        var p = estimate.Covariance;
        return new(
            time,
            Math.Sqrt((dx * dx) + (dy * dy)),
            yaw,
            SquaredDistance(p.ToMatrix(), Matrices.Column<Three>(dx, dy, yaw)),
            SquaredDistance(new Covariance2(p.XX, p.XY, p.YY).ToMatrix(), Matrices.Column<Two>(dx, dy)));
    }

    private static double SquaredDistance<TSize>(Matrix<TSize, TSize> covariance, Matrix<TSize, One> error)
        where TSize : struct, IDimension =>
        Matrices.TryFactor(covariance, out var factor)
            ? factor.SquaredDistance(error)
            : throw new InvalidOperationException("a localiser gave out a covariance that is not positive definite");
}

using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>The motion of a body that drives where it faces, at constant speed and yaw rate.</summary>
internal static class UnicycleMotion
{
    /// <summary>The estimate <paramref name="dt"/> seconds later. What odometry gets wrong is nobody else's error.</summary>
    /// <param name="silent">Seconds of these for which the odometry is too old to mean much.</param>
    public static PoseEstimate Predict(in PoseEstimate estimate, double speed, double yawRate, double dt, double silent, OdometryNoise noise)
    {
        var pose = estimate.Pose;
        var (way, turn) = (speed * dt, yawRate * dt);
        // The chord of the arc lies half the turn ahead; its length differs from the way by turn²/24, which is nothing at these steps.
        var (sin, cos) = Math.SinCos(pose.Yaw + (turn / 2));

        var jacobian = Matrices.Identity<Three>();
        jacobian[0, 2] = -way * sin;
        jacobian[1, 2] = way * cos;

        var steady = (noise.PositionPerSecond * dt) + (noise.PositionPerSilentSecond * silent);
        var along = (noise.AlongPerMetre * Math.Abs(way)) + steady;
        var across = (noise.AcrossPerMetre * Math.Abs(way)) + steady;
        var yaw = (noise.YawPerMetre * Math.Abs(way)) + (noise.YawPerRadian * Math.Abs(turn))
            + (noise.YawPerSecond * dt) + (noise.YawPerSilentSecond * silent);
        var plane = new Covariance2(along, 0, across).Rotate(pose.Yaw + (turn / 2));
        var growth = new PoseCovariance(plane.XX, plane.XY, 0, plane.YY, 0, yaw);

        return new(
            estimate.Time.AddSeconds(dt),
            pose with { X = pose.X + (way * cos), Y = pose.Y + (way * sin), Yaw = Angle.Normalize(pose.Yaw + turn) },
            (jacobian.Carry(estimate.Independent.ToMatrix()) + growth.ToMatrix()).ToPoseCovariance(),
            jacobian.Carry(estimate.Correlated.ToMatrix()).ToPoseCovariance());
    }
}

using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>A place known in two frames.</summary>
/// <param name="Local">In the frame of a device's odometry.</param>
/// <param name="Site">In the site frame.</param>
/// <param name="Variance">On each axis, m².</param>
/// <param name="Covariance">How uncertain the device's pose in its odometry's frame was when it saw the place.</param>
internal readonly record struct CommonPlace(Point2 Local, Point2 Site, double Variance, PoseCovariance Covariance)
{
    /// <summary>The same with the variance it has by now, relative to the device: what the odometry has got wrong since comes to it.</summary>
    public CommonPlace SeenFrom(in PoseEstimate device)
    {
        var now = device.Covariance;
        var distance = device.Pose.Plane.DistanceTo(Local);
        var drift = Math.Max(0, now.XX + now.YY - Covariance.XX - Covariance.YY);
        var turn = Math.Max(0, now.YawYaw - Covariance.YawYaw);
        return this with { Variance = Variance + drift + (distance * distance * turn) };
    }
}

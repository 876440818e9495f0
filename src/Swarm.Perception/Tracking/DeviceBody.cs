using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>A device that has said where it is, with what asking for it often needs worked out once.</summary>
internal readonly struct DeviceBody
{
    /// <summary>Of a device's velocity on each axis, m/s: the pose it was sent with is old by the time that it is compared.</summary>
    private const double VelocityDeviation = 0.3;
    private const double MaxPoseDeviation = 10;

    private readonly Footprint _outline;
    private readonly Covariance2 _pose;
    private readonly double _radius;

    public DeviceBody(DeviceMotion motion)
    {
        var pose = new Covariance2(motion.Covariance.XX, motion.Covariance.XY, motion.Covariance.YY);
        Motion = motion;
        _pose = Gaussian2.IsUsable(pose, MaxPoseDeviation) ? pose : default;
        _outline = Footprint.Of(motion.Pose.Plane, motion.Pose.Yaw, motion.Size, ClassTraits.Of(ObjectClass.Robot).Size);
        _radius = Math.Sqrt((_outline.HalfLength * _outline.HalfLength) + (_outline.HalfWidth * _outline.HalfWidth));
    }

    public DeviceMotion Motion { get; }

    /// <summary>The same foretold for another time, with the velocity that it gave.</summary>
    public Foretold At(DateTimeOffset time)
    {
        var dt = (time - Motion.Time).TotalSeconds;
        var noise = _pose + Covariance2.Isotropic(VelocityDeviation * dt);
        var outline = _outline with { X = _outline.X + (dt * Motion.Velocity.X), Y = _outline.Y + (dt * Motion.Velocity.Y) };
        return new(Motion, outline, noise, _radius, Math.Sqrt(noise.XX + noise.YY));
    }

    /// <param name="Noise">Of the outline's place.</param>
    /// <param name="Radius">Half of the diagonal, metres.</param>
    /// <param name="Deviation">No smaller than the standard deviation of the place in any direction, metres.</param>
    public readonly record struct Foretold(DeviceMotion Motion, Footprint Outline, Covariance2 Noise, double Radius, double Deviation)
    {
        /// <summary>Mahalanobis, from the nearest point of the body: a sensor may take any part of it for its centre.</summary>
        public double SquaredDistance(in Measurement seen)
        {
            var (dx, dy) = Outline.OffsetTo(seen.Place.X, seen.Place.Y);
            return dx == 0 && dy == 0 ? 0 : Gaussian2.SquaredDistance(dx, dy, seen.Noise + Noise);
        }
    }
}

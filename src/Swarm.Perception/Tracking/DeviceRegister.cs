using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Where the devices themselves are, so that what others see of them is not taken for something else.</summary>
internal sealed class DeviceRegister(double gate)
{
    /// <summary>A device so long silent is an object like any other again.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxLead = TimeSpan.FromSeconds(1);

    /// <summary>Of a device's velocity on each axis, m/s: the pose it was sent with is old by the time that it is compared.</summary>
    private const double VelocityDeviation = 0.3;
    private const double MaxPoseDeviation = 10;
    private const double MaxCoordinate = 1e6;
    private const double MaxSpeed = 100;

    /// <summary>In metres; a device in the air is not the thing that stands below it.</summary>
    private const double MaxHeightDifference = 3;

    private readonly Dictionary<DeviceId, DeviceMotion> _motions = [];
    private readonly Dictionary<DeviceId, SightingLog> _sightings = [];

    public IReadOnlyCollection<DeviceMotion> Motions => _motions.Values;

    public void Move(DeviceMotion device)
    {
        var pose = device.Pose;
        if (!(Math.Abs(pose.X) <= MaxCoordinate && Math.Abs(pose.Y) <= MaxCoordinate) || !double.IsFinite(pose.Yaw + pose.Z + device.YawRate)
            || !(device.Velocity.Speed <= MaxSpeed)
            || (_motions.TryGetValue(device.Device, out var known) && device.Time < known.Time))
            return;

        _motions[device.Device] = device;
    }

    /// <summary>
    /// Whether the measurement is of a device and no track's business: of another device, which is noted as seen by
    /// <paramref name="observer"/>, or of the observer itself.
    /// </summary>
    public bool Claims(in Measurement seen, DeviceId observer, DateTimeOffset time)
    {
        if (ClassTraits.Of(seen.Class).Living)
            return false;

        DeviceMotion? nearest = null;
        var least = gate;
        foreach (var device in _motions.Values)
        {
            if (Math.Abs(seen.Z - device.Pose.Z) > MaxHeightDifference)
                continue;
            var distance = SquaredDistance(device, seen, time);
            if (distance <= least)
                (nearest, least) = (device, distance);
        }

        if (nearest is null)
            return false;
        if (nearest.Device != observer)
            Sightings(nearest.Device).Add(new(observer, time, null, default));
        return true;
    }

    /// <summary>Whether a device's own body covers the place at that time.</summary>
    public bool Covers(Point2 place, double z, DateTimeOffset time)
    {
        foreach (var device in _motions.Values)
        {
            if (Math.Abs(z - device.Pose.Z) <= MaxHeightDifference && FootprintAt(device, time).Contains(place))
                return true;
        }

        return false;
    }

    public IReadOnlyList<DeviceId> SeenBy(DeviceId device, DateTimeOffset since) =>
        _sightings.TryGetValue(device, out var log) ? log.Since(since) : [];

    public void Forget(DateTimeOffset now)
    {
        foreach (var device in _motions.Values)
        {
            // Dictionaries allow removal while they are walked.
            if (now - device.Time > Silence || device.Time - now > MaxLead)
            {
                _motions.Remove(device.Device);
                _sightings.Remove(device.Device);
            }
        }
    }

    private static Footprint FootprintAt(DeviceMotion device, DateTimeOffset time)
    {
        var dt = (time - device.Time).TotalSeconds;
        var centre = new Point2(device.Pose.X + (dt * device.Velocity.X), device.Pose.Y + (dt * device.Velocity.Y));
        return Footprint.Of(centre, device.Pose.Yaw, device.Size, ClassTraits.Of(ObjectClass.Robot).Size);
    }

    /// <summary>Mahalanobis, from the nearest point of the body: a sensor may take any part of it for its centre.</summary>
    private static double SquaredDistance(DeviceMotion device, in Measurement seen, DateTimeOffset time)
    {
        var (dx, dy) = FootprintAt(device, time).OffsetTo(seen.Place.X, seen.Place.Y);
        if (dx == 0 && dy == 0)
            return 0;
        var pose = new Covariance2(device.Covariance.XX, device.Covariance.XY, device.Covariance.YY);
        var noise = seen.Noise + Covariance2.Isotropic(VelocityDeviation * (time - device.Time).TotalSeconds);
        if (Gaussian2.IsUsable(pose, MaxPoseDeviation))
            noise += pose;
        return Gaussian2.SquaredDistance(dx, dy, noise);
    }

    private SightingLog Sightings(DeviceId device)
    {
        if (!_sightings.TryGetValue(device, out var log))
            _sightings[device] = log = new SightingLog();
        return log;
    }
}

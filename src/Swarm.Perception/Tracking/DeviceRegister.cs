using System.Runtime.InteropServices;
using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Where the devices themselves are, so that what others see of them is not taken for something else.</summary>
internal sealed class DeviceRegister(double gate)
{
    /// <summary>A device so long silent is an object like any other again.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxLead = TimeSpan.FromSeconds(1);
    private const double MaxCoordinate = 1e6;
    private const double MaxSpeed = 100;

    /// <summary>In metres; a device in the air is not the thing that stands below it.</summary>
    private const double MaxHeightDifference = 3;

    private readonly double _deviations = Math.Sqrt(gate);
    private readonly Dictionary<DeviceId, DeviceMotion> _motions = [];
    private readonly Dictionary<DeviceId, DeviceBody> _bodies = [];
    private readonly Dictionary<DeviceId, SightingLog> _sightings = [];
    private readonly List<DeviceBody.Foretold> _foretold = [];
    private DateTimeOffset _foretoldFor;

    public IReadOnlyCollection<DeviceMotion> Motions => _motions.Values;

    public void Move(DeviceMotion device)
    {
        var pose = device.Pose;
        if (!(Math.Abs(pose.X) <= MaxCoordinate && Math.Abs(pose.Y) <= MaxCoordinate) || !double.IsFinite(pose.Yaw + pose.Z + device.YawRate)
            || !(device.Velocity.Speed <= MaxSpeed)
            || (_motions.TryGetValue(device.Device, out var known) && device.Time < known.Time))
            return;

        _motions[device.Device] = device;
        _bodies[device.Device] = new(device);
        _foretold.Clear();
    }

    /// <summary>
    /// Whether the measurement is of a device and no track's business: of another device, which is noted as seen by
    /// <paramref name="observer"/>, or of the observer itself.
    /// </summary>
    public bool Claims(in Measurement seen, DeviceId observer, DateTimeOffset time)
    {
        if (ClassTraits.Of(seen.Class).Living || Nearest(seen, time) is not { } device)
            return false;
        if (device != observer)
            Note(device, observer, time);
        return true;
    }

    /// <summary>Whether a device's own body covers the place at that time.</summary>
    public bool Covers(Point2 place, double z, DateTimeOffset time)
    {
        foreach (ref readonly var device in Foretell(time))
        {
            if (Math.Abs(place.X - device.Outline.X) <= device.Radius
                && Math.Abs(z - device.Motion.Pose.Z) <= MaxHeightDifference
                && device.Outline.Contains(place))
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
                _bodies.Remove(device.Device);
                _sightings.Remove(device.Device);
                _foretold.Clear();
            }
        }
    }

    private DeviceId? Nearest(in Measurement seen, DateTimeOffset time)
    {
        var (nearest, least) = (default(DeviceId?), gate);
        var deviation = Math.Sqrt(seen.Noise.XX + seen.Noise.YY);
        foreach (ref readonly var device in Foretell(time))
        {
            // Most are too far away for the exact distance to be needed.
            var reach = device.Radius + (_deviations * (device.Deviation + deviation));
            if (Math.Abs(seen.Place.X - device.Outline.X) > reach
                || Math.Abs(seen.Place.Y - device.Outline.Y) > reach
                || Math.Abs(seen.Z - device.Motion.Pose.Z) > MaxHeightDifference)
                continue;
            var distance = device.SquaredDistance(seen);
            if (distance <= least)
                (nearest, least) = (device.Motion.Device, distance);
        }

        return nearest;
    }

    /// <summary>The devices as of that time, worked out once for all that is asked of it.</summary>
    private ReadOnlySpan<DeviceBody.Foretold> Foretell(DateTimeOffset time)
    {
        if (_foretold.Count == 0 || time != _foretoldFor)
        {
            _foretold.Clear();
            foreach (var body in _bodies.Values)
                _foretold.Add(body.At(time));
            _foretoldFor = time;
        }

        return CollectionsMarshal.AsSpan(_foretold);
    }

    private void Note(DeviceId device, DeviceId observer, DateTimeOffset time)
    {
        if (!_sightings.TryGetValue(device, out var log))
            _sightings[device] = log = new SightingLog();
        log.Forget(time - Silence);
        log.Add(new(observer, time, null, default));
    }
}

using System.Globalization;
using Swarm.Domain;
using Swarm.Perception;

namespace Swarm.Benchmarks.Tracking;

/// <summary>
/// Objects that stand 10 m apart in a square, and devices that stand among them and see what is within 17 m: nine objects, fewer at the border.
/// Nothing else changes with the number of either, so that what a frame costs shows how the tracker bears it. What no device is near is a track
/// nevertheless: now and then a survey sees all.
/// </summary>
internal sealed class TrackerScene
{
    private const double Spacing = 10;
    private const double Reach = 17;
    private const int Corners = 24;
    private const double Noise = 0.1;

    /// <summary>A prime, so that devices are spread evenly over the objects.</summary>
    private const int Stride = 7919;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.1);

    private readonly Random _random = new(1);
    private readonly Point2[] _objects;
    private readonly (DeviceId Id, Pose Pose, Point2[] Seen, LookedRegion Region)[] _devices;

    public TrackerScene(int objects, int devices)
    {
        var side = (int)Math.Ceiling(Math.Sqrt(objects));
        _objects = [.. Enumerable.Range(0, objects).Select(i => new Point2(Spacing * (i % side), Spacing * (i / side)))];
        _devices = [.. Enumerable.Range(0, devices).Select(Device)];
    }

    public double ObjectsPerFrame => _devices.Average(device => device.Seen.Length);

    /// <summary>When the tick ends.</summary>
    public static DateTimeOffset TimeOf(int tick) => DateTimeOffset.UnixEpoch + ((tick + 1) * Interval);

    /// <summary>A frame of each device, at 10 Hz and one after another, in the order of their times.</summary>
    public List<Observation> Frames(int tick)
    {
        var frames = new List<Observation>(_devices.Length);
        for (var i = 0; i < _devices.Length; i++)
        {
            var (id, pose, seen, region) = _devices[i];
            var time = TimeOf(tick) - Interval + ((i + 1.0) / _devices.Length * Interval);
            frames.Add(new(id, "lidar", time, pose, [.. seen.Select(Detect)], region, tick, PoseCovariance.Diagonal(0.02, 0.001)));
        }

        return frames;
    }

    /// <summary>Frames that hold every object, at the end of a tick.</summary>
    public IEnumerable<Observation> Survey(int tick) => _objects.Chunk(Tracker.MaxObjects).Select((objects, index) => new Observation(
        new DeviceId("survey"), string.Create(CultureInfo.InvariantCulture, $"part-{index}"), TimeOf(tick), default, [.. objects.Select(Detect)], null, tick));

    private (DeviceId Id, Pose Pose, Point2[] Seen, LookedRegion Region) Device(int index)
    {
        var place = _objects[(int)((long)index * Stride % _objects.Length)];
        var region = Enumerable.Range(0, Corners).Select(corner =>
        {
            var (sin, cos) = Math.SinCos(corner * Math.Tau / Corners);
            return new Point2(place.X + (Reach * cos), place.Y + (Reach * sin));
        });
        return (
            new DeviceId(string.Create(CultureInfo.InvariantCulture, $"device-{index}")),
            new Pose(place.X, place.Y, 0),
            [.. _objects.Where(other => other.DistanceTo(place) < Reach)],
            new([.. region], 0.9));
    }

    private Detection Detect(Point2 place) => new(
        ObjectClass.Vehicle, new Position(place.X + Error(), place.Y + Error(), 0.8), Covariance2.Isotropic(Noise), 0.9, new Size(4.5, 1.8, 1.6), 0.3);

    /// <summary>Of the same spread as said, evenly spread.</summary>
    private double Error() => Math.Sqrt(12) * Noise * (_random.NextDouble() - 0.5);
}

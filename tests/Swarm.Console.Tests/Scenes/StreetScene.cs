using Swarm.Domain;
using Swarm.Grains;
using Swarm.OperatorConsole.Tests.Fakes;

namespace Swarm.OperatorConsole.Tests.Scenes;

/// <summary>Two streets that cross, with wagons, drones, mowers, a camera and people: a picture to look at, not a simulation.</summary>
internal sealed class StreetScene
{
    private static readonly Point2[] SouthBlock = [new(-52, -7), new(-6, -7), new(-6, -36), new(-52, -36)];
    private static readonly Point2[] NorthBlock = [new(-52, 7), new(-6, 7), new(-6, 36), new(-52, 36)];
    private static readonly Point2[] EastBlock = [new(6, 7), new(52, 7), new(52, 36), new(6, 36)];
    private static readonly Point2[] Ring = [new(-8, -7), new(8, -7), new(8, 7), new(-8, 7)];
    private static readonly Point2[] Street = [new(-58, -2), new(58, -2), new(58, 2), new(-58, 2)];
    private static readonly Point2[] Lawn = [new(10, -12), new(48, -12), new(48, -16), new(10, -16), new(10, -20), new(48, -20), new(48, -26), new(10, -26)];

    private readonly (DeviceId Id, DeviceKind Kind, Presence Presence, Walk Walk, double Battery)[] _devices =
    [
        .. Enumerable.Range(1, 10).Select(i => (new DeviceId($"wagon-{i}"), DeviceKind.Wagon,
            i switch { 6 => Presence.Stale, 9 => Presence.Offline, 10 => Presence.Lost, _ => Presence.Online },
            new Walk(i is 6 or 9 or 10 ? 0 : 1.1 + (0.08 * i), 23.0 * i, (i % 4) switch { 0 => Ring, 1 => SouthBlock, 2 => NorthBlock, _ => EastBlock }),
            i == 4 ? 0.14 : 1 - (0.07 * i))),
        (new DeviceId("drone-1"), DeviceKind.Drone, Presence.Online, new Walk(4, 0, new(-30, -22), new(30, -22), new(30, 22), new(-30, 22)), 0.58),
        (new DeviceId("drone-2"), DeviceKind.Drone, Presence.Online, new Walk(3, 60, new(-20, 30), new(20, -30), new(40, 10)), 0.31),
        (new DeviceId("mower-1"), DeviceKind.Mower, Presence.Online, new Walk(0.6, 5, Lawn), 0.66),
        (new DeviceId("mower-2"), DeviceKind.Mower, Presence.Online, new Walk(0.6, 90, Lawn), 0.9),
        (new DeviceId("camera-1"), DeviceKind.Camera, Presence.Online, new Walk(0, 0, new(9, 9), new(8, 8)), 1),
    ];

    private readonly (TrackId Id, ObjectClass Class, Walk Walk, double Existence)[] _things =
    [
        .. Enumerable.Range(0, 9).Select(i => (new TrackId($"7f3a.{i}"), ObjectClass.Pedestrian,
            new Walk(i % 2 == 0 ? 1.2 : -0.9, 17.0 * i, (i % 3) switch { 0 => SouthBlock, 1 => NorthBlock, _ => Ring }), 0.99 - (0.06 * i))),
        (new TrackId("7f3a.20"), ObjectClass.Cyclist, new Walk(4.2, 0, Street), 0.98),
        (new TrackId("7f3a.21"), ObjectClass.Cyclist, new Walk(3.6, 120, Street), 0.93),
        (new TrackId("7f3a.22"), ObjectClass.Vehicle, new Walk(6.5, 70, Street), 0.99),
        (new TrackId("7f3a.23"), ObjectClass.Animal, new Walk(0.5, 30, Lawn), 0.62),
        (new TrackId("7f3a.24"), ObjectClass.Unknown, new Walk(0, 20, EastBlock), 0.35),
    ];

    private readonly DateTimeOffset _start;

    public StreetScene(DateTimeOffset start) => _start = start;

    public static SiteMap Map { get; } = new(
    [
        Box(MapFeatureKind.Pavement, -60, -40, 60, 40), Box(MapFeatureKind.Road, -60, -4, 60, 4), Box(MapFeatureKind.Road, -4, -40, 4, 40),
        Box(MapFeatureKind.Lawn, 8, -29, 51, -10), Box(MapFeatureKind.Building, -49, -33, -10, -11), Box(MapFeatureKind.Building, 10, 11, 49, 33),
        new(MapFeatureKind.Building, [new(-49, 11), new(-10, 11), new(-10, 22), new(-26, 22), new(-26, 33), new(-49, 33)]),
        Box(MapFeatureKind.Crossing, -4, -9, 4, -5.5), Box(MapFeatureKind.Crossing, -4, 5.5, 4, 9),
        Box(MapFeatureKind.Crossing, -9, -4, -5.5, 4), Box(MapFeatureKind.Crossing, 5.5, -4, 9, 4),
        Box(MapFeatureKind.Obstacle, -24, -3.8, -18.5, -1.7), Box(MapFeatureKind.Obstacle, -34, -3.8, -28.5, -1.7), Box(MapFeatureKind.Obstacle, 20, 1.7, 25.5, 3.8),
    ]);

    public int DeviceCount => _devices.Length;

    public void Seed(FakeGrains grains)
    {
        grains.Site.Register([.. _devices.Select(device => device.Id)]);
        grains.View.Scene = View;
        foreach (var device in _devices)
            grains.Device(device.Id.Value).Scene = now => Twin(device.Id, now);
    }

    public SiteView View(DateTimeOffset now)
    {
        var t = (now - _start).TotalSeconds;
        var devices = _devices.Select(device => Summary(device, t, now)).ToList();
        var tracks = _things.Select(thing => Track(thing, t, now, devices)).Append(Child(t, now)).ToList();
        return new SiteView(now, devices, tracks, Hazards(devices, tracks), []);
    }

    private static DeviceSummary Summary((DeviceId Id, DeviceKind Kind, Presence Presence, Walk Walk, double Battery) device, double t, DateTimeOffset now)
    {
        var (pose, velocity) = device.Walk.At(t);
        pose = device.Kind == DeviceKind.Camera ? pose with { Yaw = -2.4 } : pose;
        Size size = device.Kind switch
        {
            DeviceKind.Wagon => new(0.9, 0.65, 1.1),
            DeviceKind.Drone => new(0.5, 0.5, 0.2),
            DeviceKind.Mower => new(0.7, 0.5, 0.3),
            _ => new(0.3, 0.2, 0.2),
        };
        Sensor sensor = device.Kind switch
        {
            DeviceKind.Drone => new("nadir", new Pose(0, 0, 0), new FieldOfView(Math.Tau, 14)),
            DeviceKind.Camera => new("cam", new Pose(0, 0, 0), new FieldOfView(1.2, 35)),
            DeviceKind.Mower => new("bumper", new Pose(0.3, 0, 0), new FieldOfView(2, 4)),
            _ => new("lidar", new Pose(0.3, 0, 0), new FieldOfView(2.6, 16, 0.6)),
        };
        var silent = device.Presence == Presence.Online ? TimeSpan.Zero : TimeSpan.FromSeconds(device.Presence == Presence.Stale ? 6 : 400);
        return new DeviceSummary(device.Id, device.Kind, device.Presence, now - silent, pose, PoseCovariance.Diagonal(0.05, 0.01), velocity,
            device.Kind == DeviceKind.Camera ? null : device.Battery, DeviceMode.Automatic, size, [sensor], 0, device.Id.Value == "wagon-6" ? 37 : 0);
    }

    private static Track Track((TrackId Id, ObjectClass Class, Walk Walk, double Existence) thing, double t, DateTimeOffset now, List<DeviceSummary> devices)
    {
        var (pose, velocity) = thing.Walk.At(t);
        var seenBy = devices.Where(device => device.Presence == Presence.Online && Sees(device, pose.Plane)).Select(device => device.Id).ToList();
        var deviation = 0.25 + (0.5 * (1 - thing.Existence)) + (seenBy.Count == 0 ? 0.8 : 0);
        var along = new Covariance2(deviation * deviation * 3, 0, deviation * deviation).Rotate(pose.Yaw);
        return new Track(thing.Id, thing.Class, now, new Position(pose.X, pose.Y), velocity,
            new KinematicCovariance(along.XX, along.XY, 0, 0, along.YY, 0, 0, 0.1, 0, 0.1), thing.Existence, thing.Existence > 0.5, seenBy,
            thing.Class == ObjectClass.Vehicle ? new Size(4.5, 1.8, 1.5) : null, pose.Yaw);
    }

    private static bool Sees(DeviceSummary device, Point2 point)
    {
        var local = device.Pose!.Value.InverseTransform(point);
        var view = device.Sensors[0].FieldOfView;
        return Math.Sqrt((local.X * local.X) + (local.Y * local.Y)) < view.MaxRange && Math.Abs(Math.Atan2(local.Y, local.X)) < view.HorizontalAngle / 2;
    }

    /// <summary>Steps out from behind a parked van, again and again, in front of whatever comes along the pavement.</summary>
    private static Track Child(double t, DateTimeOffset now)
    {
        var step = t % 6;
        return new Track(new TrackId("7f3a.child"), ObjectClass.Pedestrian, now, new Position(-23, -4.5 - (0.55 * step)), new Velocity(0, -0.55),
            new KinematicCovariance(0.09, 0.02, 0, 0, 0.16, 0, 0, 0.1, 0, 0.1), 0.96, true, [new DeviceId("camera-1"), new DeviceId("drone-1")]);
    }

    private static List<DeviceHazards> Hazards(List<DeviceSummary> devices, List<Track> tracks) =>
        [.. devices.Where(device => device.Presence == Presence.Online && device.Kind is DeviceKind.Wagon or DeviceKind.Mower).Select(device => new DeviceHazards(device.Id,
            [.. tracks.Where(track => track.Confirmed && track.Position.Plane.DistanceTo(device.Pose!.Value.Plane) is > 1 and < 11
                && device.Pose.Value.InverseTransform(track.Position.Plane) is { X: > 0 } ahead && Math.Abs(ahead.Y) < 3).Take(1)
                .Select(track => new Hazard(track.Id, null, track.Class, track.Position, track.Velocity, track.Covariance.Position,
                    track.Position.Plane.DistanceTo(device.Pose!.Value.Plane) / 2.6, 0.3, 0.81, track.SeenBy, track.SeenBy.Contains(device.Id)))]))
            .Where(list => list.Hazards.Count > 0)];

    private DeviceTwin Twin(DeviceId id, DateTimeOffset now)
    {
        var view = View(now);
        var device = view.Devices.Single(summary => summary.Id == id);
        return new DeviceTwin(id, device.Presence, _start, device.LastSeen,
            new Factsheet(device.Kind, Compute.OnBoard, device.Size!.Value, device.Sensors, "Street Works", "SW-3", 1.8),
            new DeviceState(now, device.Pose!.Value, device.Covariance!.Value, device.Velocity!.Value, DeviceMode.Automatic, DesiredVersion: 0),
            new DesiredState(0), [], [], view.Hazards.FirstOrDefault(list => list.Device == id)?.Hazards ?? [],
            device.RejectedCount == 0 ? [] : [new Rejection(now.AddSeconds(-6), "state", "not-finite", "pose.x is not finite"),
                new Rejection(now.AddSeconds(-41), "detections", "time-skew", "time is 86412 s ahead of the site's")],
            device.RejectedCount,
            new DeviceAlignment(now, 0.06, 0.05, -0.03, 0.05, 0.004, 0.006, 0.012, 0.02, Suspect: false));
    }

    private static MapFeature Box(MapFeatureKind kind, double x0, double y0, double x1, double y1) => new(kind, [new(x0, y0), new(x1, y0), new(x1, y1), new(x0, y1)]);
}

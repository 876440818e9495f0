using Swarm.Domain;
using Swarm.Grains;

namespace Swarm.Cluster.Tests;

/// <summary>A device as the bridge would pass it on.</summary>
internal sealed class TestDevice(EdgeCluster cluster, DeviceId id)
{
    public DeviceId Id { get; } = id;

    public IDeviceGrain Grain { get; } = cluster.Grains.Device(EdgeCluster.Site.Site, id);

    public string Key => $"{EdgeCluster.Site.Site}/{Id}";

    private DateTimeOffset Now => cluster.Time.GetUtcNow();

    public Task SendAsync(params UplinkMessage[] messages) => Grain.Receive([.. messages.Select(message => new Uplink(message, Now))]);

    public Task RemindAsync(UplinkMessage retained) => Grain.Receive([new Uplink(retained, Now, Retained: true)]);

    public Task ConnectAsync(string birth = "b1") => SendAsync(Online(birth));

    public async Task<Presence> PresenceAsync() => (await Grain.GetTwin()).Presence;

    /// <summary>Completes when what was queued for the grain before, such as a tick, is done.</summary>
    public Task SettleAsync() => Grain.Reject([], 0);

    public static ConnectionReport Online(string birth = "b1") => new(ConnectionState.Online, birth);

    public static ConnectionReport Lost(string birth = "b1") => new(ConnectionState.Lost, birth);

    public static ConnectionReport Offline(string birth = "b1") => new(ConnectionState.Offline, birth);

    public DeviceState StateAt(double x, double y, double vx = 0, double vy = 0, long? desired = null, double battery = 1) => new(
        Now, new Pose(x, y, Math.Atan2(vy, vx)), PoseCovariance.Diagonal(0.05, 0.01), new Velocity(vx, vy), DeviceMode.Automatic,
        Battery: battery, DesiredVersion: desired);

    public static Factsheet Wagon(params Sensor[] sensors) => new(DeviceKind.Wagon, Compute.OnBoard, new Size(1, 0.8, 1.2), sensors);

    /// <summary>A frame of a device that stands at (x, y) facing east and sees nobody anywhere near.</summary>
    public DetectionFrame SeesNobody(double x, double y) => Sees(x, y) with
    {
        Region = new LookedRegion([new(-30, -30), new(30, -30), new(30, 30), new(-30, 30)], 0.9),
    };

    /// <summary>A frame of a device that stands at (x, y) facing east and sees pedestrians at these places (site frame).</summary>
    public DetectionFrame Sees(double x, double y, params Point2[] people) => new(
        Now, "front", new Pose(x, y, 0), PoseCovariance.Diagonal(0.05, 0.005),
        [.. people.Select(p => new Detection(
            ObjectClass.Pedestrian, new Position(p.X - x, p.Y - y), Covariance2.Isotropic(0.1), 0.95, new Size(0.5, 0.5, 1.7)))]);
}

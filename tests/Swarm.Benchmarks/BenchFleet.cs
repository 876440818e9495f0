using System.Globalization;
using Swarm.Domain;

namespace Swarm.Benchmarks;

/// <summary>
/// The devices that are measured with: wagons on a lattice of 25 m, 16 to a cell, each with a person 4 m ahead of it, so that every one has a
/// hazard at every tick, and seven other objects around it that it shares with its neighbours.
/// </summary>
internal static class BenchFleet
{
    /// <summary>Metres between neighbours.</summary>
    private const double Spacing = 25;

    /// <summary>Of the lattice; a row of cells fits twice.</summary>
    private const int Columns = 8;

    private const int RegionCorners = 24;

    /// <summary>Metres; all that is seen lies within.</summary>
    private const double RegionRadius = 19;

    private static readonly Point2[] Seen =
    [
        new(4, 0), new(12.5, 12.5), new(12.5, -12.5), new(-12.5, 12.5), new(-12.5, -12.5), new(0, 12.5), new(0, -12.5), new(-12.5, 0),
    ];

    public static SiteInfo Site { get; } = new(new SiteId("bench"), new GeoPoint(52.52, 13.405), CellSize: 100);

    public static DeviceId Id(int device) => new(string.Create(CultureInfo.InvariantCulture, $"wagon-{device}"));

    public static ConnectionReport Birth(int device) => new(ConnectionState.Online, string.Create(CultureInfo.InvariantCulture, $"birth-{device}"));

    public static Factsheet Factsheet { get; } = new(
        DeviceKind.Wagon,
        Compute.OnBoard,
        new Size(1.2, 0.8, 1.4),
        [new Sensor("lidar", new Pose(0.3, 0, 0, 1.2), new FieldOfView(Math.Tau, RegionRadius))],
        "Swarm",
        "bench",
        MaxSpeed: 3);

    public static DeviceState State(int device, DateTimeOffset time) => new(
        time, PoseOf(device), Uncertain, new Velocity(1.5, 0), DeviceMode.Automatic, YawRate: 0.01, Battery: 0.83);

    public static DetectionFrame Detections(int device, DateTimeOffset time) => new(
        time,
        "lidar",
        PoseOf(device),
        Uncertain,
        [.. Seen.Select(Detect)],
        new LookedRegion([.. Enumerable.Range(0, RegionCorners).Select(Corner)], 0.9),
        Sequence: device);

    private static PoseCovariance Uncertain { get; } = PoseCovariance.Diagonal(0.0512, 0.0087);

    private static Pose PoseOf(int device) => new(
        ((device % Columns) * Spacing) + 12.1875, ((device / Columns) * Spacing) + 12.1875, 0.0123);

    private static Detection Detect(Point2 place, int index) => new(
        index % 3 == 2 ? ObjectClass.Cyclist : ObjectClass.Pedestrian,
        new Position(place.X + 0.0137, place.Y - 0.0219, 0.9),
        new Covariance2(0.0431, 0.0021, 0.0387),
        0.87,
        new Size(0.612, 0.587, 1.733),
        Yaw: 0.5123);

    private static Point2 Corner(int index)
    {
        var (sin, cos) = Math.SinCos(Math.Tau * index / RegionCorners);
        return new(Math.Round(RegionRadius * cos, 3), Math.Round(RegionRadius * sin, 3));
    }
}

using Swarm.Domain;
using Swarm.Inference;

namespace Swarm.Simulation;

/// <summary>What one kind of simulated device is like.</summary>
/// <param name="PositionError">Standard deviation of its idea of its own position, metres.</param>
/// <param name="YawError">Standard deviation of its idea of its own yaw, radians.</param>
/// <param name="Reflex">Null for what does not move by itself.</param>
internal sealed record DeviceSpec(
    DeviceId Id,
    DeviceKind Kind,
    Size Size,
    IReadOnlyList<SensorModel> Sensors,
    double PositionError,
    double YawError,
    double? MaxSpeed,
    TimeSpan StatePeriod,
    ReflexProfile? Reflex = null)
{
    private static readonly TimeSpan TenHertz = TimeSpan.FromMilliseconds(100);

    public static DeviceSpec Wagon(string id) => new(
        new(id),
        DeviceKind.Wagon,
        new(0.9, 0.6, 1.1),
        [SensorModel.Ground("ring", new(0.4, 0, 0, 0.9), angle: 4.2, range: 20)],
        PositionError: 0.05,
        YawError: 0.01,
        MaxSpeed: Simulation.Wagon.CruiseSpeed,
        TenHertz,
        ReflexProfiles.Wagon);

    public static DeviceSpec Drone(string id) => new(
        new(id),
        DeviceKind.Drone,
        new(0.6, 0.6, 0.25),
        [SensorModel.Overhead("down", new(0, 0, 0), angle: Math.Tau, range: 24)],
        PositionError: 0.15,
        YawError: 0.015,
        MaxSpeed: Simulation.Drone.CruiseSpeed,
        TenHertz,
        ReflexProfiles.Drone);

    public static DeviceSpec Mower(string id) => new(
        new(id),
        DeviceKind.Mower,
        new(0.8, 0.6, 0.4),
        [SensorModel.Ground("front", new(0.35, 0, 0, 0.4), angle: Math.PI, range: 8)],
        PositionError: 0.05,
        YawError: 0.01,
        MaxSpeed: Simulation.Mower.CruiseSpeed,
        TenHertz,
        ReflexProfiles.Mower);

    public static DeviceSpec Camera(string id) => new(
        new(id),
        DeviceKind.Camera,
        new(0.2, 0.2, 0.2),
        [SensorModel.Overhead("lens", new(0, 0, 0), angle: 1.9, range: 32) with { Period = TenHertz }],
        PositionError: 0.01,
        YawError: 0.002,
        MaxSpeed: null,
        TimeSpan.FromSeconds(1));
}

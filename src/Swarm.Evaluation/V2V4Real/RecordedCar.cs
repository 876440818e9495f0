using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>
/// One of the two cars as a device. Everything in the recording is in the first car's moving frame, so that frame is the
/// site frame and both cars say that they stand at its origin; neither says where it looked.
/// </summary>
public sealed record RecordedCar(DeviceId Id, PositionNoise Noise, Func<RecordedFrame, IReadOnlyList<RecordedDetection>> Detections)
{
    public const string Sensor = "lidar";

    /// <summary>The labels reach 99.2 m from the first car.</summary>
    private const double SensorRange = 100;

    /// <summary>Both cars are saloons about 4.8 m long.</summary>
    private static readonly Size Body = new(4.8, 1.9, 1.5);

    /// <summary>The frame moves with the car, so nothing is uncertain about being at its origin: 1 cm and 1 mrad, for a valid covariance.</summary>
    private static readonly PoseCovariance AtOrigin = PoseCovariance.Diagonal(0.01, 0.001);

    public static RecordedCar Ego { get; } = new(new DeviceId("ego"), PositionNoise.Ego, frame => frame.Ego);

    public static RecordedCar Other { get; } = new(new DeviceId("cav1"), PositionNoise.Other, frame => frame.Other);

    public static Factsheet Factsheet { get; } = new(
        DeviceKind.Other,
        Compute.OnBoard,
        Body,
        [new Sensor(Sensor, default, new FieldOfView(Math.Tau, SensorRange))],
        Model: "V2V4Real recording");

    public static DeviceState State(DateTimeOffset time) => new(time, default, AtOrigin, default, DeviceMode.Manual, YawRate: 0);

    public DetectionFrame DetectionFrame(RecordedFrame frame, int index, DateTimeOffset time) =>
        new(time, Sensor, default, AtOrigin, [.. Detections(frame).Select(ToDetection)], Sequence: index);

    private Detection ToDetection(RecordedDetection recorded) =>
        new(
            ObjectClass.Vehicle,
            recorded.Box.Position,
            Noise.Covariance(recorded.Box.Position),
            recorded.Score,
            recorded.Box.Size,
            recorded.Box.Yaw);
}

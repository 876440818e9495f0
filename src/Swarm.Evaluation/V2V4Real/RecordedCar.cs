using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>
/// One of the two cars as a device. Everything in the recording is in the first car's moving frame, so that frame is the
/// site frame and both cars say that they stand at its origin; neither says where it looked. What they detect is given the probability and
/// the noise that the model of their detector says, instead of its score.
/// </summary>
public sealed record RecordedCar(DeviceId Id, DetectorModel Detector, Func<RecordedFrame, IReadOnlyList<RecordedDetection>> Detections)
{
    public const string Sensor = "lidar";

    /// <summary>The labels reach 99.2 m from the first car.</summary>
    private const double SensorRange = 100;

    /// <summary>Both cars are saloons about 4.8 m long.</summary>
    private static readonly Size Body = new(4.8, 1.9, 1.5);

    /// <summary>The frame moves with the car, so nothing is uncertain about being at its origin: 1 cm and 1 mrad, for a valid covariance.</summary>
    private static readonly PoseCovariance AtOrigin = PoseCovariance.Diagonal(0.01, 0.001);

    public static RecordedCar Ego { get; } = new(new DeviceId("ego"), V2V4RealDetectors.CheckedIn.Ego.Model, frame => frame.Ego);

    public static RecordedCar Other { get; } = new(new DeviceId("cav1"), V2V4RealDetectors.CheckedIn.Cav1.Model, frame => frame.Other);

    public static Factsheet Factsheet { get; } = new(
        DeviceKind.Other,
        Compute.OnBoard,
        Body,
        [new Sensor(Sensor, default, new FieldOfView(Math.Tau, SensorRange))],
        Model: "V2V4Real recording");

    public static DeviceState State(DateTimeOffset time) => new(time, default, AtOrigin, default, DeviceMode.Manual, YawRate: 0);

    public DetectionFrame DetectionFrame(RecordedFrame frame, int index, DateTimeOffset time) =>
        new(time, Sensor, default, AtOrigin, [.. Detections(frame).Select(Detector.ToDetection)], Sequence: index);
}

using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>Which of the ferry's sensors a tracker gets.</summary>
/// <param name="InOrder">The times are taken as the file has them, and what is older than something that came before it is left out.</param>
public sealed record FerryInput(string Name, IReadOnlyList<FerrySensor> Sensors, bool InOrder = false)
{
    /// <summary>The protocol has no class for boats.</summary>
    internal const ObjectClass Class = ObjectClass.Unknown;

    /// <summary>The lidar's errors are of which part of a ship it sees, and so much the same for some scans.</summary>
    private const double LidarRepeats = 3;

    private const int RegionCorners = 24;

    /// <summary>
    /// A camera's errors are of its heading and of the ship's shape in its view, much the same for ten seconds: a scan in between would say the
    /// same once more.
    /// </summary>
    private static readonly TimeSpan CameraSpacing = TimeSpan.FromSeconds(10);

    private static readonly DeviceId Ferry = new("ferry");

    /// <summary>Each sensor by itself, lidar with radar (active), all (fused), and all as a filter that cannot go back has them (inOrder).</summary>
    public static IReadOnlyList<FerryInput> All { get; } =
    [
        .. Enum.GetValues<FerrySensor>().Select(sensor => new FerryInput(sensor.ToString().ToLowerInvariant(), [sensor])),
        new("active", [FerrySensor.Lidar, FerrySensor.Radar]),
        new("fused", Enum.GetValues<FerrySensor>()),
        new("inOrder", Enum.GetValues<FerrySensor>(), InOrder: true),
    ];

    /// <summary>What a tracker gets of a scenario: for each scan, in the order of the file, an observation, or null where it gets none.</summary>
    /// <param name="model">Fitted on other scenarios.</param>
    public IReadOnlyList<Observation?> Observations(FerryScenario scenario, FerryModel model)
    {
        var observations = new Observation?[scenario.Scans.Count];
        var last = new Dictionary<FerrySensor, DateTimeOffset>();
        var newest = DateTimeOffset.MinValue;
        for (var i = 0; i < observations.Length; i++)
        {
            var scan = scenario.Scans[i];
            newest = scan.Time > newest ? scan.Time : newest;
            var repeats = scan.Sensor.IsCamera() && scan.Time - last.GetValueOrDefault(scan.Sensor) < CameraSpacing;
            if (repeats || !Sensors.Contains(scan.Sensor) || (InOrder && scan.Time < newest))
                continue;
            last[scan.Sensor] = scan.Time;
            observations[i] = ToObservation(scan, model, i);
        }

        return observations;
    }

    private static Observation ToObservation(FerryScan scan, FerryModel model, long sequence)
    {
        var sensor = model.Sensors[scan.Sensor];
        return new(
            Ferry,
            scan.Sensor.ToString(),
            scan.Time - TimeSpan.FromSeconds(sensor.Lag),
            new Pose(scan.OwnShip.X, scan.OwnShip.Y, 0),
            [.. scan.Places
                .Where(place => scan.Sensor != FerrySensor.Radar || !model.Clutter.Holds(new(scan.OwnShip.X + place.X, scan.OwnShip.Y + place.Y)))
                .Select(place => sensor.Detect(place, scan.OwnShip, scan.Sensor == FerrySensor.Lidar ? LidarRepeats : 1))],
            // The radar alone looks over what stands before a boat: where another sensor sees none, there may be one in a shadow.
            scan.Sensor == FerrySensor.Radar ? Region(scan.OwnShip, sensor) : null,
            sequence,
            default,
            scan.Bearings.Count > 0 ? [.. scan.Bearings.Select(sensor.Look)] : null);
    }

    private static LookedRegion? Region(Point2 middle, FerrySensorModel sensor) =>
        sensor is { MaxRange: > 0, DetectionProbability: > 0 and < 1 }
            ? new(
                [.. Enumerable.Range(0, RegionCorners).Select(i => i * Math.Tau / RegionCorners)
                    .Select(angle => new Point2(middle.X + (sensor.MaxRange * Math.Cos(angle)), middle.Y + (sensor.MaxRange * Math.Sin(angle))))],
                sensor.DetectionProbability)
            : null;
}

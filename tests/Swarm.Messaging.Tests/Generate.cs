using CsCheck;
using Swarm.Domain;
using Size = Swarm.Domain.Size;

namespace Swarm.Messaging.Tests;

/// <summary>Random messages that are valid at <see cref="Now"/>.</summary>
internal static class Generate
{
    public static readonly DateTimeOffset Now = new(2026, 5, 1, 8, 30, 0, TimeSpan.Zero);

    public static readonly Gen<DeviceId> Device =
        Gen.Char["abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-.~"].Array[1, 64].Select(chars => new DeviceId(new string(chars)));

    public static readonly Gen<SiteId> Site = Device.Select(device => new SiteId(device.Value));

    public static readonly Gen<Channel> Channel = Gen.Enum<Channel>();

    private static readonly Gen<string> Name = Gen.String[1, 64];

    private static readonly Gen<string?> MaybeText = Gen.Select(Gen.Bool, Gen.String[0, 64], (some, text) => some ? text : null);

    private static readonly Gen<double> Coordinate = Gen.Double[-ProtocolLimits.MaxCoordinate, ProtocolLimits.MaxCoordinate];

    private static readonly Gen<double> Near = Gen.Double[-ProtocolLimits.MaxRange, ProtocolLimits.MaxRange];

    private static readonly Gen<double> Yaw = Gen.Double[-Math.PI, Math.PI];

    private static readonly Gen<DateTimeOffset> Time =
        Gen.Long[-ProtocolLimits.MaxBehind.Ticks, ProtocolLimits.MaxAhead.Ticks].Select(ticks => Now.AddTicks(ticks));

    private static readonly Gen<Velocity> Velocity =
        Gen.Select(Gen.Double[-ProtocolLimits.MaxSpeed, ProtocolLimits.MaxSpeed], Gen.Double[-9, 9], (x, y) => new Velocity(x, y));

    private static readonly Gen<Pose> Pose =
        Gen.Select(Coordinate, Coordinate, Yaw, Gen.Double[-500, 500], (x, y, yaw, z) => new Pose(x, y, yaw, z));

    private static readonly Gen<Size> Size =
        Gen.Select(Gen.Double[0, 100], Gen.Double[0, 100], Gen.Double[0, 100], (length, width, height) => new Size(length, width, height));

    /// <summary>L Lᵀ of a random lower triangle is a covariance.</summary>
    public static readonly Gen<Covariance2> Covariance2 =
        Gen.Double[-30, 30].Array[3].Select(l => new Covariance2(l[0] * l[0], l[0] * l[1], (l[1] * l[1]) + (l[2] * l[2])));

    public static readonly Gen<PoseCovariance> PoseCovariance =
        Gen.Double[-5, 5].Array[6].Select(l => new PoseCovariance(
            l[0] * l[0],
            l[0] * l[1],
            l[0] * l[3],
            (l[1] * l[1]) + (l[2] * l[2]),
            (l[1] * l[3]) + (l[2] * l[4]),
            (l[3] * l[3]) + (l[4] * l[4]) + (l[5] * l[5])));

    private static readonly Gen<KinematicCovariance> KinematicCovariance =
        Gen.Select(Covariance2, Covariance2, (position, velocity) =>
            new KinematicCovariance(position.XX, position.XY, 0, 0, position.YY, 0, 0, velocity.XX, velocity.XY, velocity.YY));

    private static readonly Gen<Detection> Detection = Gen.Select(
        Gen.Enum<ObjectClass>(),
        Gen.Select(Near, Near, (x, y) => new Position(x, y)),
        Covariance2,
        Gen.Double[0, 1],
        Gen.Nullable(Size),
        Gen.Nullable(Yaw),
        Gen.Nullable(Velocity),
        (kind, position, covariance, score, size, yaw, velocity) => new Detection(kind, position, covariance, score, size, yaw, velocity));

    private static readonly Gen<LookedRegion?> MaybeRegion = Gen.Select(
        Gen.Bool,
        Gen.Select(Near, Near, (x, y) => new Point2(x, y)).Array[3, 128],
        Gen.Double[0.01, 0.99],
        (some, polygon, probability) => some ? new LookedRegion(polygon, probability) : null);

    private static readonly Gen<Sensor> Sensor = Gen.Select(
        Gen.Double[-2, 2],
        Yaw,
        Gen.Double[0, Math.Tau],
        Gen.Double[0, 200],
        (x, yaw, angle, range) => new Sensor(
            "", new Pose(x, 0, yaw, 1), new FieldOfView(angle, range, range / 10), x > 0 ? new CameraOptics(640, 480, 100 + (100 * x), x / 2) : null));

    private static readonly Gen<Factsheet> Factsheet = Gen.Select(
        Gen.Enum<DeviceKind>(),
        Gen.Enum<Compute>(),
        Size,
        Sensor.Array[0, ProtocolLimits.MaxSensors],
        MaybeText,
        Gen.Nullable(Gen.Double[0, 50]),
        (kind, compute, size, sensors, model, speed) =>
            new Factsheet(kind, compute, size, [.. sensors.Select((sensor, i) => sensor with { Id = $"sensor-{i}" })], null, model, speed));

    private static readonly Gen<DeviceState> State = Gen.Select(
        Time,
        Pose,
        PoseCovariance,
        Velocity,
        Gen.Enum<DeviceMode>(),
        Gen.Nullable(Gen.Double[-5, 5]),
        Gen.Nullable(Gen.Double[0, 1]),
        Gen.Nullable(Gen.Long[0, long.MaxValue]),
        (time, pose, covariance, velocity, mode, rate, battery, version) =>
            new DeviceState(time, pose, covariance, velocity, mode, rate, battery, version));

    private static readonly Gen<Bearing> Bearing = Gen.Select(
        Gen.Enum<ObjectClass>(), Yaw, Gen.Double[0, 1], Gen.Double[0, 1], (kind, angle, variance, score) => new Bearing(kind, angle, variance, score));

    private static readonly Gen<RangeReading> Range = Gen.Select(
        Gen.Enum<ObjectClass>(),
        Gen.Double[0, ProtocolLimits.MaxRange],
        Gen.Double[0, 9],
        Gen.Double[0, 1],
        (kind, range, variance, score) => new RangeReading(kind, range, variance, score));

    private static readonly Gen<DetectionFrame> Detections = Gen.Select(
        Time,
        Name,
        Gen.Select(Pose, PoseCovariance),
        Detection.Array[0, 20],
        MaybeRegion,
        Gen.Nullable(Gen.Long[0, long.MaxValue]),
        Gen.Select(Gen.Bool, Bearing.Array[0, 5], Range.Array[0, 5], Gen.Double[0, 9]),
        (time, sensor, ego, objects, region, sequence, lines) => new DetectionFrame(
            time,
            sensor,
            ego.Item1,
            ego.Item2,
            objects,
            region,
            sequence,
            lines.Item1 ? lines.Item2 : null,
            lines.Item1 ? lines.Item3 : null,
            lines.Item1 ? new InferenceReport(TierKind.Site, sensor, lines.Item4, sensor) : null));

    private static readonly Gen<RangeScan> Scan = Gen.Select(
        Gen.Long[0, long.MaxValue],
        Gen.Double[0, 1].Array[ProtocolLimits.MinSectors, ProtocolLimits.MaxSectors],
        Gen.Double[0, ProtocolLimits.MaxRange],
        Gen.Double[0, 5],
        Gen.Nullable(Gen.Double[0, 1]),
        Gen.Nullable(Gen.Double[0, ProtocolLimits.MaxFriction]),
        (sequence, parts, most, speed, load, friction) =>
            new RangeScan(sequence, [.. parts.Select(part => part * most)], most, speed, speed / 3, load, friction));

    private static readonly Gen<ReadOnlyMemory<byte>> Image = Gen.Byte.Array[1, 400].Select(bytes => new ReadOnlyMemory<byte>(bytes));

    private static readonly Gen<CameraFrame> Frame = Gen.Select(
        Time,
        Name,
        Pose,
        PoseCovariance,
        Image,
        Gen.Nullable(Gen.Long[0, long.MaxValue]),
        (time, sensor, ego, covariance, image, sequence) => new CameraFrame(time, sensor, ego, covariance, image, sequence));

    private static readonly Gen<ImageObject> ImageObject = Gen.Select(
        Gen.Enum<ObjectClass>(),
        Gen.Double[0, 1],
        Gen.Double[0, 1].Array[4],
        (kind, score, at) => new ImageObject(kind, score, Math.Min(at[0], at[1]), Math.Min(at[2], at[3]), Math.Max(at[0], at[1]), Math.Max(at[2], at[3])));

    private static readonly Gen<InferenceAnswer> Answer = Gen.Select(
        Name,
        Gen.Enum<AskOutcome>(),
        Gen.Enum<TierKind>(),
        ImageObject.Array[0, 20],
        MaybeText,
        Gen.Double[0, 9],
        (id, outcome, tier, objects, text, seconds) => new InferenceAnswer(id, outcome, tier, Now, objects, text, seconds, seconds, text));

    public static readonly Gen<UplinkMessage> Uplink = Gen.OneOf(
        Gen.Select(Gen.Enum<ConnectionState>(), Name, Gen.Nullable(Time), (state, birth, time) => (UplinkMessage)new ConnectionReport(state, birth, time)),
        Factsheet.Select(message => (UplinkMessage)message),
        State.Select(message => (UplinkMessage)message),
        Detections.Select(message => (UplinkMessage)message),
        Gen.Select(Name, Gen.Long[0, long.MaxValue], Gen.Enum<AckResult>(), Time, MaybeText, (id, epoch, result, time, detail) =>
            (UplinkMessage)new CommandAck(id, epoch, result, time, detail)),
        Time.Select(time => (UplinkMessage)new TimeRequest(time)),
        Scan.Select(message => (UplinkMessage)message),
        Frame.Select(message => (UplinkMessage)message),
        Gen.Select(Name, Name, Gen.Double[0, ProtocolLimits.MaxBudget], Image, (id, task, budget, image) => (UplinkMessage)new InferenceAsk(id, task, budget, image)),
        Name.Select(id => (UplinkMessage)new InferenceAsk(id, "objects", 0, default, Cancel: true)));

    private static readonly Gen<Hazard> Hazard = Gen.Select(
        Name,
        Gen.Enum<ObjectClass>(),
        Velocity,
        Covariance2,
        Gen.Double[0, 10],
        Gen.Double[0, 1],
        Device.Array[0, 5],
        (track, kind, velocity, covariance, time, probability, seenBy) => new Hazard(
            new TrackId(track), null, kind, new Position(1, 2), velocity, covariance, time, time / 2, probability, seenBy, SeenBySelf: false));

    private static readonly Gen<Track> Track = Gen.Select(
        Name,
        Gen.Enum<ObjectClass>(),
        Time,
        Velocity,
        KinematicCovariance,
        Gen.Double[0, 1],
        Device.Array[0, 5],
        Gen.Nullable(Size),
        (id, kind, time, velocity, covariance, existence, seenBy, size) => new Track(
            new TrackId(id), kind, time, new Position(3, 4), velocity, covariance, existence, existence > 0.5, seenBy, size, size?.Width / 32));

    public static readonly Gen<HazardList> Hazards = Gen.Select(Time, Hazard.Array[0, 10], (time, hazards) => new HazardList(time, hazards));

    public static readonly Gen<TrackList> Tracks = Gen.Select(
        Time,
        Track.Array[0, 10],
        Track.Array[0, 3],
        (time, tracks, gone) => new TrackList(time, tracks, gone.Length == 0 ? null : [.. gone.Select(track => track.Id)]));

    /// <summary>All but <see cref="Hazards"/> and <see cref="Tracks"/>, which are rounded on their way.</summary>
    public static readonly Gen<DownlinkMessage> Downlink = Gen.OneOf(
        Gen.Select(Name, Gen.Enum<CommandKind>(), Gen.Long[0, long.MaxValue], Time, Gen.Double[0, 9], MaybeText, (id, kind, epoch, expires, speed, why) =>
            (DownlinkMessage)new DeviceCommand(id, kind, epoch, expires, speed, why)),
        Gen.Select(Gen.Long[0, long.MaxValue], Gen.Nullable(Gen.Double[0, 9]), (version, speed) => (DownlinkMessage)new DesiredState(version, speed)),
        Answer.Select(answer => (DownlinkMessage)answer),
        Gen.Select(Time, Time, Time, (sent, received, replied) => (DownlinkMessage)new TimeReply(sent, received, replied)));
}

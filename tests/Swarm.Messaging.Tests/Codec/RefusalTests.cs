using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Swarm.Domain;
using Size = Swarm.Domain.Size;

namespace Swarm.Messaging.Tests;

public sealed class RefusalTests
{
    private const string State =
        """
        {"time":"2026-05-01T08:30:00Z","pose":{"x":1,"y":2,"yaw":0.5,"z":0},
         "covariance":{"xx":0.01,"xy":0,"xYaw":0,"yy":0.01,"yYaw":0,"yawYaw":0.001},
         "velocity":{"x":1,"y":0},"mode":"automatic","battery":0.8}
        """;

    private const string Frame =
        """
        {"time":"2026-05-01T08:30:00Z","sensor":"lidar","ego":{"x":1,"y":2,"yaw":0.5},
         "egoCovariance":{"xx":0.01,"xy":0,"xYaw":0,"yy":0.01,"yYaw":0,"yawYaw":0.001},
         "objects":[{"class":"pedestrian","position":{"x":4,"y":1},"covariance":{"xx":0.04,"xy":0,"yy":0.04},"score":0.9}],
         "region":{"polygon":[{"x":0,"y":0},{"x":9,"y":-5},{"x":9,"y":5}],"detectionProbability":0.9},
         "bearings":[{"class":"pedestrian","angle":-0.2,"variance":0.0004,"score":0.9}],
         "ranges":[{"class":"unknown","range":14,"variance":0.1,"score":0.6}]}
        """;

    private const string Scan = """{"sequence":7,"ranges":[1,2,3,4],"maxRange":8,"speed":1,"yawRate":0,"load":0.5,"friction":0.6}""";

    private const string Picture =
        """
        {"time":"2026-05-01T08:30:00Z","sensor":"front","ego":{"x":1,"y":2,"yaw":0.5},
         "egoCovariance":{"xx":0.01,"xy":0,"xYaw":0,"yy":0.01,"yYaw":0,"yawYaw":0.001},"image":"/9j/"}
        """;

    private const string Ask = """{"id":"a-1","task":"objects","budget":0.3,"image":"/9j/"}""";

    private static readonly DeviceId Device = new("wagon-1");

    [Fact]
    public void TryDecodeUplink_ExamplesUnchanged_AreTaken()
    {
        Assert.Null(Refuse(Channel.State, State));
        Assert.Null(Refuse(Channel.Detections, Frame));
        Assert.Null(Refuse(Channel.Ranges, Scan));
        Assert.Null(Refuse(Channel.Frames, Picture));
        Assert.Null(Refuse(Channel.Ask, Ask));
    }

    [Theory]
    [InlineData(Channel.State, "battery", "1.5", RefusalReason.OutOfRange, "battery is 1.5, not between 0 and 1")]
    [InlineData(Channel.State, "pose.x", "1e999", RefusalReason.NotFinite, "pose.x is Infinity")]
    [InlineData(Channel.State, "pose.x", "200000", RefusalReason.OutOfRange, "pose.x is 200000, not between -100000 and 100000")]
    [InlineData(Channel.State, "pose.yaw", "90", RefusalReason.OutOfRange, "pose.yaw is 90, not between -6.29 and 6.29")]
    [InlineData(Channel.State, "pose.x", null, RefusalReason.WrongField, "'x'")]
    [InlineData(Channel.State, "pose", null, RefusalReason.WrongField, "'pose'")]
    [InlineData(Channel.State, "velocity.y", "\"fast\"", RefusalReason.WrongField, "velocity.y")]
    [InlineData(Channel.State, "mode", "\"flying\"", RefusalReason.WrongField, "mode")]
    [InlineData(Channel.State, "mode", "1", RefusalReason.WrongField, "mode")]
    [InlineData(Channel.State, "covariance.xy", "5", RefusalReason.NotCovariance, "covariance is not positive semidefinite")]
    [InlineData(Channel.State, "covariance.yawYaw", "-1", RefusalReason.NotCovariance, "covariance is not positive semidefinite")]
    [InlineData(Channel.State, "device", "\"wagon-2\"", RefusalReason.WrongDevice, "device is wagon-2, the topic says wagon-1")]
    [InlineData(Channel.State, "device", "\"a/b\"", RefusalReason.WrongField, "device")]
    [InlineData(Channel.State, "time", "\"2026-04-30T08:30:00Z\"", RefusalReason.ClockOff, "time is 86400.0 s behind site time")]
    [InlineData(Channel.State, "time", "\"2026-05-01T08:30:06Z\"", RefusalReason.ClockOff, "time is 6.0 s ahead of site time")]
    [InlineData(Channel.State, "time", "\"2026-05-01T08:30:00\"", RefusalReason.WrongField, "time")]
    [InlineData(Channel.State, "time", "1777624200", RefusalReason.WrongField, "time")]
    [InlineData(Channel.State, "desiredVersion", "-1", RefusalReason.OutOfRange, "desiredVersion is -1, below 0")]
    [InlineData(Channel.Detections, "objects[0].score", "1.01", RefusalReason.OutOfRange, "objects[0].score is 1.01, not between 0 and 1")]
    [InlineData(Channel.Detections, "objects[0].position.x", "-1e999", RefusalReason.NotFinite, "objects[0].position.x is -Infinity")]
    [InlineData(Channel.Detections, "objects[0].covariance.yy", "-0.1", RefusalReason.NotCovariance, "objects[0].covariance")]
    [InlineData(Channel.Detections, "objects[0].class", "\"ghost\"", RefusalReason.WrongField, "objects[0].class")]
    [InlineData(Channel.Detections, "objects[0]", "null", RefusalReason.WrongField, "objects[0] is null")]
    [InlineData(Channel.Detections, "objects", "null", RefusalReason.WrongField, "objects")]
    [InlineData(Channel.Detections, "objects", null, RefusalReason.WrongField, "'objects'")]
    [InlineData(Channel.Detections, "sensor", "\"\"", RefusalReason.WrongLength, "sensor has 0 characters, not between 1 and 64")]
    [InlineData(Channel.Detections, "region.polygon", "[{\"x\":0,\"y\":0}]", RefusalReason.WrongCount, "region.polygon has 1 elements")]
    [InlineData(Channel.Detections, "region.polygon[1].x", "1e999", RefusalReason.NotFinite, "region.polygon[1].x is Infinity")]
    [InlineData(Channel.Detections, "region.detectionProbability", "1", RefusalReason.OutOfRange, "region.detectionProbability is 1")]
    [InlineData(Channel.Detections, "bearings[0].angle", "-90", RefusalReason.OutOfRange, "bearings[0].angle is -90, not between -6.29 and 6.29")]
    [InlineData(Channel.Detections, "bearings[0].variance", "-1", RefusalReason.OutOfRange, "bearings[0].variance is -1, not between 0 and")]
    [InlineData(Channel.Detections, "bearings[0].score", "2", RefusalReason.OutOfRange, "bearings[0].score is 2")]
    [InlineData(Channel.Detections, "bearings[0]", "null", RefusalReason.WrongField, "bearings[0] is null")]
    [InlineData(Channel.Detections, "bearings[0].variance", null, RefusalReason.WrongField, "'variance'")]
    [InlineData(Channel.Detections, "ranges[0].range", "-1", RefusalReason.OutOfRange, "ranges[0].range is -1, not between 0 and 10000")]
    [InlineData(Channel.Detections, "ranges[0].variance", "1e999", RefusalReason.NotFinite, "ranges[0].variance is Infinity")]
    [InlineData(Channel.Detections, "ranges[0]", "null", RefusalReason.WrongField, "ranges[0] is null")]
    [InlineData(Channel.Detections, "egoCovariance.xx", "1e999", RefusalReason.NotFinite, "egoCovariance holds Infinity")]
    [InlineData(Channel.Ranges, "ranges[2]", "9", RefusalReason.OutOfRange, "ranges[2] is 9, not between 0 and 8")]
    [InlineData(Channel.Ranges, "ranges[0]", "-1", RefusalReason.OutOfRange, "ranges[0] is -1, not between 0 and 8")]
    [InlineData(Channel.Ranges, "ranges", "[1,2,3]", RefusalReason.WrongCount, "ranges has 3 elements, not between 4 and 360")]
    [InlineData(Channel.Ranges, "ranges", null, RefusalReason.WrongField, "'ranges'")]
    [InlineData(Channel.Ranges, "maxRange", "1e999", RefusalReason.NotFinite, "maxRange is Infinity")]
    [InlineData(Channel.Ranges, "sequence", "-1", RefusalReason.OutOfRange, "sequence is -1, below 0")]
    [InlineData(Channel.Ranges, "load", "1.1", RefusalReason.OutOfRange, "load is 1.1, not between 0 and 1")]
    [InlineData(Channel.Ranges, "friction", "2", RefusalReason.OutOfRange, "friction is 2, not between 0 and 1.5")]
    [InlineData(Channel.Frames, "image", "\"\"", RefusalReason.WrongLength, "image is empty")]
    [InlineData(Channel.Frames, "image", "\"no base 64!\"", RefusalReason.WrongField, "image")]
    [InlineData(Channel.Frames, "time", "\"2026-04-30T08:30:00Z\"", RefusalReason.ClockOff, "time is 86400.0 s behind site time")]
    [InlineData(Channel.Ask, "image", "\"\"", RefusalReason.WrongLength, "image is empty")]
    [InlineData(Channel.Ask, "budget", "61", RefusalReason.OutOfRange, "budget is 61, not between 0 and 60")]
    [InlineData(Channel.Ask, "id", "\"\"", RefusalReason.WrongLength, "id has 0 characters")]
    public void TryDecodeUplink_OneFieldWrong_SaysWhichAndWhy(Channel channel, string path, string? value, string reason, string detail)
    {
        var example = channel switch
        {
            Channel.State => State,
            Channel.Ranges => Scan,
            Channel.Frames => Picture,
            Channel.Ask => Ask,
            _ => Frame,
        };

        var refusal = Refuse(channel, Mutate(example, path, value));

        Assert.Equal(reason, refusal?.Reason);
        Assert.Contains(detail, refusal!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"time\":NaN}")]
    [InlineData("no json")]
    [InlineData("{} {}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    public void TryDecodeUplink_NoJson_IsMalformed(string payload) =>
        Assert.Equal(RefusalReason.MalformedJson, Refuse(Channel.State, payload)?.Reason);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    public void TryDecodeUplink_OtherJson_IsWrongField(string payload) =>
        Assert.Equal(RefusalReason.WrongField, Refuse(Channel.State, payload)?.Reason);

    [Fact]
    public void TryDecodeUplink_MegabyteOfGarbage_IsTooLarge() =>
        Assert.Equal(RefusalReason.TooLarge, Refuse(Channel.Detections, new string('x', 1024 * 1024))?.Reason);

    [Fact]
    public void TryDecodeUplink_MoreObjectsThanAllowed_IsWrongCount()
    {
        var detection = new Detection(ObjectClass.Unknown, new Position(1, 1), new Covariance2(1, 0, 1), 0.5);
        var frame = new DetectionFrame(
            Generate.Now, "lidar", new Pose(0, 0, 0), default, [.. Enumerable.Repeat(detection, ProtocolLimits.MaxObjects + 1)]);

        Assert.Equal(RefusalReason.WrongCount, Refuse(Channel.Detections, Encoding.UTF8.GetString(ProtocolCodec.Encode(frame)))?.Reason);
    }

    [Fact]
    public void TryDecodeUplink_MoreBearingsOrRangesThanAllowed_IsWrongCount()
    {
        var frame = new DetectionFrame(Generate.Now, "camera", new Pose(0, 0, 0), default, []);
        var bearings = Enumerable.Repeat(new Bearing(ObjectClass.Unknown, 1, 0.1, 0.5), ProtocolLimits.MaxLines + 1);
        var ranges = Enumerable.Repeat(new RangeReading(ObjectClass.Unknown, 1, 0.1, 0.5), ProtocolLimits.MaxLines + 1);

        Assert.All([frame with { Bearings = [.. bearings] }, frame with { Ranges = [.. ranges] }], many =>
            Assert.Equal(RefusalReason.WrongCount, Refuse(Channel.Detections, Encoding.UTF8.GetString(ProtocolCodec.Encode(many)))?.Reason));
    }

    [Fact]
    public void TryDecodeUplink_TwoSensorsOfOneName_IsWrongField()
    {
        var sensor = new Sensor("front", new Pose(0, 0, 0), new FieldOfView(1, 10));
        var factsheet = new Factsheet(DeviceKind.Wagon, Compute.OnBoard, new Size(1, 1), [sensor, sensor]);

        var refusal = Refuse(Channel.Factsheet, Encoding.UTF8.GetString(ProtocolCodec.Encode(factsheet)));

        Assert.Equal(new Refusal(RefusalReason.WrongField, "sensors[1].id is front, as that of sensors[0]"), refusal);
    }

    [Fact]
    public void TryDecodeUplink_AckOfADeviceWithoutTime_IsTaken() =>
        Assert.Null(Refuse(Channel.Ack, """{"commandId":"c1","epoch":3,"result":"refusedNoTime","time":"1970-01-01T00:00:09Z"}"""));

    [Fact]
    public void TryDecodeUplink_UnknownFields_AreIgnored() =>
        Assert.Null(Refuse(Channel.Time, """{"sent":"2026-05-01T08:30:00Z","firmware":{"version":[1,2]}}"""));

    [Fact]
    public void TryDecodeUplink_Garbage_NeverThrowsAndGivesAReason() =>
        Gen.Select(Generate.Channel, Gen.Byte.Array[0, 200]).Sample((channel, bytes) => AssertDecided(channel, bytes));

    [Fact]
    public void TryDecodeUplink_MutatedMessage_NeverThrowsAndGivesAReason() =>
        Gen.Select(Generate.Uplink, Gen.Select(Gen.Int[0, 100_000], Gen.Byte).Array[1, 4]).Sample((message, edits) =>
        {
            var bytes = ProtocolCodec.Encode(message);
            foreach (var (at, value) in edits)
                bytes[at % bytes.Length] = value;

            AssertDecided(Channels.Of(message).Channel, bytes);
        });

    [Fact]
    public void TryDecodeUplink_TruncatedMessage_IsMalformed() =>
        Gen.Select(Generate.Uplink, Gen.Double[0, 1]).Sample((message, share) =>
        {
            var bytes = ProtocolCodec.Encode(message);
            var cut = bytes.AsSpan(0, (int)(share * (bytes.Length - 1)));

            Assert.Equal(RefusalReason.MalformedJson, Refuse(Channels.Of(message).Channel, cut.ToArray())?.Reason);
        });

    [Fact]
    public void TryDecodeDownlink_Garbage_NeverThrowsAndGivesAReason() =>
        Gen.Select(Generate.Channel, Gen.Byte.Array[0, 200]).Sample((channel, bytes) =>
        {
            var taken = ProtocolCodec.TryDecodeDownlink(channel, new ReadOnlySequence<byte>(bytes), out var message, out var refusal);
            Assert.Equal(taken, message is not null);
            Assert.Equal(taken, refusal is null);
        });

    [Fact]
    public void TryDecodeDownlink_SpeedLimitWithoutSpeed_IsWrongField()
    {
        var bytes = ProtocolCodec.Encode(new DeviceCommand("c1", CommandKind.LimitSpeed, 1, Generate.Now));

        Assert.False(ProtocolCodec.TryDecodeDownlink(Channel.Command, new ReadOnlySequence<byte>(bytes), out _, out var refusal));

        Assert.Equal(new Refusal(RefusalReason.WrongField, "maxSpeed is missing, which limitSpeed needs"), refusal);
    }

    private static void AssertDecided(Channel channel, byte[] bytes)
    {
        var taken = ProtocolCodec.TryDecodeUplink(
            Device, channel, new ReadOnlySequence<byte>(bytes), Generate.Now, out var message, out var refusal);
        Assert.Equal(taken, message is not null);
        Assert.Equal(taken, refusal is null);
        if (refusal is not null)
        {
            Assert.Contains(refusal.Reason, RefusalReason.All);
            Assert.InRange(refusal.Detail.Length, 1, 1200);
        }
    }

    private static Refusal? Refuse(Channel channel, string payload) => Refuse(channel, Encoding.UTF8.GetBytes(payload));

    private static Refusal? Refuse(Channel channel, byte[] payload)
    {
        ProtocolCodec.TryDecodeUplink(Device, channel, new ReadOnlySequence<byte>(payload), Generate.Now, out _, out var refusal);
        return refusal;
    }

    /// <summary>Puts raw JSON text at a path, or takes the field away.</summary>
    private static string Mutate(string json, string path, string? value)
    {
        const string Marker = "\"MARK\"";
        var root = JsonNode.Parse(json)!;
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        var node = root;
        foreach (var step in steps[..^1])
            node = step[0] == '[' ? node[int.Parse(step.Trim('[', ']'), null)]! : node[step]!;

        var last = steps[^1];
        if (last[0] == '[')
            node[int.Parse(last.Trim('[', ']'), null)] = "MARK";
        else if (value is null)
            node.AsObject().Remove(last);
        else
            node[last] = "MARK";

        return root.ToJsonString().Replace(Marker, value ?? Marker, StringComparison.Ordinal);
    }
}

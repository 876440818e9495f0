using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>A frame of <c>detections</c> as devices usually write it.</summary>
internal static class UsualFrame
{
    /// <summary>The words for the classes of objects.</summary>
    public static readonly JsonNames Classes = JsonNames.Of<ObjectClass>();

    private static readonly JsonNames Names = new(
        "time", "sensor", "ego", "egoCovariance", "objects", "region", "sequence", "bearings", "ranges", "device");
    private static readonly JsonNames DetectionNames = new("class", "position", "covariance", "score", "size", "yaw", "velocity");
    private static readonly JsonNames RegionNames = new("polygon", "detectionProbability");

    /// <returns>Null where the general reader must read it.</returns>
    public static DetectionFrame? Read(ref JsonCursor json)
    {
        var (time, ego, covariance) = (default(DateTimeOffset), default(Pose), default(PoseCovariance));
        (string? sensor, List<Detection> objects, LookedRegion? region, long? sequence, DeviceId? device) = (null, [], null, null, null);
        (List<Bearing>? bearings, List<RangeReading>? ranges) = (null, null);
        var members = new JsonMembers(Names, required: 5);
        while (members.Next(ref json))
        {
            members.Took(members.Index switch
            {
                0 => json.Time(out time),
                1 => json.Text(out sensor),
                2 => NumberConverters.Pose.TryRead(ref json, out ego),
                3 => NumberConverters.PoseCovariance.TryRead(ref json, out covariance),
                4 => TryRead(ref json, objects),
                5 => (region = Region(ref json)) is not null,
                6 => json.Whole(out sequence),
                7 => (bearings = UsualLines.Bearings(ref json)) is not null,
                8 => (ranges = UsualLines.Ranges(ref json)) is not null,
                _ => json.Device(out device),
            });
        }

        return members.IsComplete ? new DetectionFrame(time, sensor!, ego, covariance, objects, region, sequence, bearings, ranges, Device: device) : null;
    }

    private static bool TryRead(ref JsonCursor json, List<Detection> objects)
    {
        if (!json.Take((byte)'['))
            return false;

        if (json.Take((byte)']'))
            return true;

        do
        {
            if (Detection(ref json) is not { } detection)
                return false;

            objects.Add(detection);
        }
        while (json.Take((byte)','));

        return json.Take((byte)']');
    }

    private static Detection? Detection(ref JsonCursor json)
    {
        var (kind, position, covariance, score) = (-1, default(Position), default(Covariance2), 0d);
        (Size? size, double? yaw, Velocity? velocity) = (null, null, null);
        var members = new JsonMembers(DetectionNames, required: 4);
        while (members.Next(ref json))
        {
            members.Took(members.Index switch
            {
                0 => (kind = json.Word(Classes, likely: (int)ObjectClass.Pedestrian)) >= 0,
                1 => NumberConverters.Position.TryRead(ref json, out position),
                2 => NumberConverters.Covariance.TryRead(ref json, out covariance),
                3 => json.Number(out score),
                4 => NumberConverters.Size.TryRead(ref json, out size),
                5 => json.Number(out yaw),
                _ => NumberConverters.Velocity.TryRead(ref json, out velocity),
            });
        }

        return members.IsComplete ? new Detection((ObjectClass)kind, position, covariance, score, size, yaw, velocity) : null;
    }

    private static LookedRegion? Region(ref JsonCursor json)
    {
        Point2[] polygon = [];
        var probability = 0d;
        var members = new JsonMembers(RegionNames, required: 2);
        while (members.Next(ref json))
            members.Took(members.Index == 0 ? TryRead(ref json, out polygon) : json.Number(out probability));

        return members.IsComplete ? new LookedRegion(polygon, probability) : null;
    }

    private static bool TryRead(ref JsonCursor json, out Point2[] polygon)
    {
        polygon = new Point2[json.CountUntil((byte)']', (byte)'{')];
        if (!json.Take((byte)'['))
            return false;

        for (var i = 0; i < polygon.Length; i++)
        {
            if ((i > 0 && !json.Take((byte)',')) || !NumberConverters.Point.TryRead(ref json, out polygon[i]))
                return false;
        }

        return json.Take((byte)']');
    }
}

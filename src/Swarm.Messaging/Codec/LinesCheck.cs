using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>Whether the bearings and ranges of a frame are possible.</summary>
internal static class LinesCheck
{
    public static void Of(ref Check check, DetectionFrame frame)
    {
        if (frame.Bearings is { } bearings)
        {
            check.Count(bearings.Count, 0, ProtocolLimits.MaxLines, "bearings");
            for (var i = 0; i < bearings.Count && !check.Failed; i++)
                check.Take(Bearing(bearings[i], i));
        }

        if (frame.Ranges is { } ranges)
        {
            check.Count(ranges.Count, 0, ProtocolLimits.MaxLines, "ranges");
            for (var i = 0; i < ranges.Count && !check.Failed; i++)
                check.Take(Range(ranges[i], i));
        }
    }

    private static Refusal? Bearing(Bearing? bearing, int index)
    {
        var check = Check.Of("bearings", index);
        if (bearing is null)
        {
            check.Fail(RefusalReason.WrongField, "", "is null");
            return check.Refusal;
        }

        check.Within(bearing.Angle, -ProtocolLimits.MaxAngle, ProtocolLimits.MaxAngle, "angle");
        check.Within(bearing.Variance, 0, ProtocolLimits.MaxVariance, "variance");
        check.Within(bearing.Score, 0, 1, "score");
        return check.Refusal;
    }

    private static Refusal? Range(RangeReading? range, int index)
    {
        var check = Check.Of("ranges", index);
        if (range is null)
        {
            check.Fail(RefusalReason.WrongField, "", "is null");
            return check.Refusal;
        }

        check.Within(range.Range, 0, ProtocolLimits.MaxRange, "range");
        check.Within(range.Variance, 0, ProtocolLimits.MaxVariance, "variance");
        check.Within(range.Score, 0, 1, "score");
        return check.Refusal;
    }
}

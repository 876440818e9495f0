using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>Whether what goes up for inference, and what comes down of it, is possible. Whether a picture is one is for who decodes it to say.</summary>
internal static class InferenceCheck
{
    public static void Of(ref Check check, RangeScan scan)
    {
        check.NotNegative(scan.Sequence, "sequence");
        check.Within(scan.MaxRange, 0, ProtocolLimits.MaxRange, "maxRange");
        check.Within(scan.Speed, 0, ProtocolLimits.MaxSpeed, "speed");
        check.Within(scan.YawRate, -ProtocolLimits.MaxYawRate, ProtocolLimits.MaxYawRate, "yawRate");
        check.Within(scan.Load, 0, 1, "load");
        check.Within(scan.Friction, 0, ProtocolLimits.MaxFriction, "friction");
        check.Count(scan.Ranges.Count, ProtocolLimits.MinSectors, ProtocolLimits.MaxSectors, "ranges");
        for (var i = 0; i < scan.Ranges.Count && !check.Failed; i++)
        {
            var sector = Check.Of("ranges", i);
            sector.Within(scan.Ranges[i], 0, scan.MaxRange, "");
            check.Take(sector.Refusal);
        }
    }

    public static void Of(ref Check check, CameraFrame frame)
    {
        check.Name(frame.Sensor, "sensor");
        check.Site(frame.Ego, "ego.x", "ego.y", "ego.yaw", "ego.z");
        check.Covariance(frame.EgoCovariance, "egoCovariance");
        check.NotNegative(frame.Sequence, "sequence");
        Image(ref check, frame.Image);
    }

    public static void Of(ref Check check, InferenceAsk ask)
    {
        check.Name(ask.Id, "id");
        check.Name(ask.Task, "task");
        check.Text(ask.Model, 0, ProtocolLimits.MaxName, "model");
        check.Within(ask.Budget, 0, ProtocolLimits.MaxBudget, "budget");
        if (!ask.Cancel)
            Image(ref check, ask.Image);
    }

    public static void Of(ref Check check, InferenceAnswer answer)
    {
        check.Name(answer.Id, "id");
        check.Text(answer.Model, 0, ProtocolLimits.MaxName, "model");
        check.Text(answer.Detail, 0, ProtocolLimits.MaxText, "detail");
        check.Within(answer.Waited, 0, double.MaxValue, "waited");
        check.Within(answer.Took, 0, double.MaxValue, "took");
        check.Count(answer.Objects.Count, 0, ProtocolLimits.MaxObjects, "objects");
        for (var i = 0; i < answer.Objects.Count && !check.Failed; i++)
            check.Take(Object(answer.Objects[i], i));
    }

    public static void Of(ref Check check, InferenceReport report)
    {
        check.Text(report.Model, 0, ProtocolLimits.MaxName, "inference.model");
        check.Text(report.Reason, 0, ProtocolLimits.MaxName, "inference.reason");
        check.Within(report.Latency, 0, ProtocolLimits.MaxBudget, "inference.latency");
        check.Within(report.Joules, 0, double.MaxValue, "inference.joules");
    }

    public static void Of(ref Check check, CameraOptics camera)
    {
        check.Within(camera.Width, 1, ProtocolLimits.MaxPixels, "camera.width");
        check.Within(camera.Height, 1, ProtocolLimits.MaxPixels, "camera.height");
        check.Within(camera.FocalLength, 1, 10 * ProtocolLimits.MaxPixels, "camera.focalLength");
        check.Within(camera.Pitch, -Math.PI / 2, Math.PI / 2, "camera.pitch");
    }

    private static Refusal? Object(ImageObject? found, int index)
    {
        var check = Check.Of("objects", index);
        if (found is null)
        {
            check.Fail(RefusalReason.WrongField, "", "is null");
            return check.Refusal;
        }

        check.Within(found.Score, 0, 1, "score");
        check.Within(found.Left, 0, 1, "left");
        check.Within(found.Top, 0, 1, "top");
        check.Within(found.Right, found.Left, 1, "right");
        check.Within(found.Bottom, found.Top, 1, "bottom");
        return check.Refusal;
    }

    private static void Image(ref Check check, ReadOnlyMemory<byte> image)
    {
        if (image.IsEmpty)
            check.Fail(RefusalReason.WrongLength, "image", "is empty");
    }
}

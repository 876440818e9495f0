using System.Globalization;
using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>Whether the content of a device's message is possible. Pure: same message, same time, same answer.</summary>
internal static class UplinkCheck
{
    /// <returns>What is wrong first, or null.</returns>
    public static Refusal? Of(UplinkMessage message, DeviceId device, DateTimeOffset now)
    {
        var check = new Check();
        if (message.Device is { } named && named != device)
            check.Fail(RefusalReason.WrongDevice, "device", $"is {named}, the topic says {device}");

        switch (message)
        {
            case ConnectionReport report:
                check.Name(report.Birth, "birth");
                break;
            case Factsheet factsheet:
                Factsheet(ref check, factsheet);
                break;
            case DeviceState state:
                State(ref check, state, now);
                break;
            case DetectionFrame frame:
                Detections(ref check, frame, now);
                break;
            case RangeScan scan:
                InferenceCheck.Of(ref check, scan);
                break;
            case CameraFrame frame:
                Time(ref check, frame.Time, now);
                InferenceCheck.Of(ref check, frame);
                break;
            case InferenceAsk ask:
                InferenceCheck.Of(ref check, ask);
                break;
            case CommandAck ack:
                check.Name(ack.CommandId, "commandId");
                check.NotNegative(ack.Epoch, "epoch");
                check.Text(ack.Detail, 0, ProtocolLimits.MaxText, "detail");
                break;
        }

        return check.Refusal;
    }

    private static void Factsheet(ref Check check, Factsheet factsheet)
    {
        check.Box(factsheet.Size, "size.length", "size.width", "size.height");
        check.Within(factsheet.MaxSpeed, 0, ProtocolLimits.MaxSpeed, "maxSpeed");
        check.Within(factsheet.Acceleration, 0, ProtocolLimits.MaxAcceleration, "acceleration");
        check.Within(factsheet.Braking, 0, ProtocolLimits.MaxAcceleration, "braking");
        check.Text(factsheet.Manufacturer, 0, ProtocolLimits.MaxName, "manufacturer");
        check.Text(factsheet.Model, 0, ProtocolLimits.MaxName, "model");
        check.Count(factsheet.Sensors.Count, 0, ProtocolLimits.MaxSensors, "sensors");
        for (var i = 0; i < factsheet.Sensors.Count && !check.Failed; i++)
            check.Take(Sensor(factsheet.Sensors, i));
    }

    private static Refusal? Sensor(IReadOnlyList<Sensor> sensors, int index)
    {
        var check = Check.Of("sensors", index);
        if (sensors[index] is not { } sensor)
        {
            check.Fail(RefusalReason.WrongField, "", "is null");
            return check.Refusal;
        }

        check.Name(sensor.Id, "id");
        for (var i = 0; i < index; i++)
        {
            if (sensors[i].Id == sensor.Id)
                check.Fail(RefusalReason.WrongField, "id", $"is {sensor.Id}, as that of sensors[{i.ToString(CultureInfo.InvariantCulture)}]");
        }

        check.Within(sensor.Mount.X, -ProtocolLimits.MaxSize, ProtocolLimits.MaxSize, "mount.x");
        check.Within(sensor.Mount.Y, -ProtocolLimits.MaxSize, ProtocolLimits.MaxSize, "mount.y");
        check.Within(sensor.Mount.Z, -ProtocolLimits.MaxSize, ProtocolLimits.MaxSize, "mount.z");
        check.Within(sensor.Mount.Yaw, -ProtocolLimits.MaxAngle, ProtocolLimits.MaxAngle, "mount.yaw");
        check.Within(sensor.FieldOfView.HorizontalAngle, 0, ProtocolLimits.MaxAngle, "fieldOfView.horizontalAngle");
        check.Within(sensor.FieldOfView.MaxRange, 0, ProtocolLimits.MaxRange, "fieldOfView.maxRange");
        check.Within(sensor.FieldOfView.MinRange, 0, sensor.FieldOfView.MaxRange, "fieldOfView.minRange");
        if (sensor.Camera is { } camera)
            InferenceCheck.Of(ref check, camera);

        return check.Refusal;
    }

    private static void State(ref Check check, DeviceState state, DateTimeOffset now)
    {
        Time(ref check, state.Time, now);
        check.Site(state.Pose, "pose.x", "pose.y", "pose.yaw", "pose.z");
        check.Covariance(state.Covariance, "covariance");
        check.Speed(state.Velocity, "velocity.x", "velocity.y");
        check.Within(state.YawRate, -ProtocolLimits.MaxYawRate, ProtocolLimits.MaxYawRate, "yawRate");
        check.Within(state.Battery, 0, 1, "battery");
        check.NotNegative(state.DesiredVersion, "desiredVersion");
        ModelsCheck.Of(ref check, state.Models);
    }

    private static void Detections(ref Check check, DetectionFrame frame, DateTimeOffset now)
    {
        Time(ref check, frame.Time, now);
        check.Name(frame.Sensor, "sensor");
        check.Site(frame.Ego, "ego.x", "ego.y", "ego.yaw", "ego.z");
        check.Covariance(frame.EgoCovariance, "egoCovariance");
        check.NotNegative(frame.Sequence, "sequence");
        check.Count(frame.Objects.Count, 0, ProtocolLimits.MaxObjects, "objects");
        for (var i = 0; i < frame.Objects.Count && !check.Failed; i++)
            check.Take(Object(frame.Objects[i], i));

        if (frame.Region is { } region && !check.Failed)
            Region(ref check, region);
        if (!check.Failed)
            LinesCheck.Of(ref check, frame);
        if (frame.Inference is { } inference)
            InferenceCheck.Of(ref check, inference);
    }

    private static Refusal? Object(Detection? detection, int index)
    {
        var check = Check.Of("objects", index);
        if (detection is null)
        {
            check.Fail(RefusalReason.WrongField, "", "is null");
            return check.Refusal;
        }

        check.Within(detection.Position.X, -ProtocolLimits.MaxRange, ProtocolLimits.MaxRange, "position.x");
        check.Within(detection.Position.Y, -ProtocolLimits.MaxRange, ProtocolLimits.MaxRange, "position.y");
        check.Within(detection.Position.Z, -ProtocolLimits.MaxHeight, ProtocolLimits.MaxHeight, "position.z");
        check.Covariance(detection.Covariance, "covariance");
        check.Within(detection.Score, 0, 1, "score");
        check.Within(detection.Yaw, -ProtocolLimits.MaxAngle, ProtocolLimits.MaxAngle, "yaw");
        if (detection.Size is { } size)
            check.Box(size, "size.length", "size.width", "size.height");

        if (detection.Velocity is { } velocity)
            check.Speed(velocity, "velocity.x", "velocity.y");

        return check.Refusal;
    }

    private static void Region(ref Check check, LookedRegion region)
    {
        check.Count(region.Polygon.Count, ProtocolLimits.MinRegionCorners, ProtocolLimits.MaxRegionCorners, "region.polygon");
        if (!(region.DetectionProbability is > 0 and < 1))
        {
            var value = region.DetectionProbability.ToString(CultureInfo.InvariantCulture);
            check.Fail(RefusalReason.OutOfRange, "region.detectionProbability", $"is {value}, not between 0 and 1 exclusive");
        }

        for (var i = 0; i < region.Polygon.Count && !check.Failed; i++)
        {
            var corner = Check.Of("region.polygon", i);
            corner.Within(region.Polygon[i].X, -ProtocolLimits.MaxRange, ProtocolLimits.MaxRange, "x");
            corner.Within(region.Polygon[i].Y, -ProtocolLimits.MaxRange, ProtocolLimits.MaxRange, "y");
            check.Take(corner.Refusal);
        }
    }

    private static void Time(ref Check check, DateTimeOffset time, DateTimeOffset now)
    {
        var ahead = time - now;
        if (ahead > ProtocolLimits.MaxAhead)
            check.Fail(RefusalReason.ClockOff, "time", $"is {Seconds(ahead)} s ahead of site time");
        else if (-ahead > ProtocolLimits.MaxBehind)
            check.Fail(RefusalReason.ClockOff, "time", $"is {Seconds(-ahead)} s behind site time");
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
}

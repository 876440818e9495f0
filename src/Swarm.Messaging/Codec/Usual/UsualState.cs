using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>A <c>state</c> as devices usually write it.</summary>
internal static class UsualState
{
    private static readonly JsonNames Names =
        new("time", "pose", "covariance", "velocity", "mode", "yawRate", "battery", "desiredVersion", "device");

    private static readonly JsonNames Modes = JsonNames.Of<DeviceMode>();

    /// <returns>Null where the general reader must read it.</returns>
    public static DeviceState? Read(ref JsonCursor json)
    {
        var (time, pose, covariance, velocity, mode) = (default(DateTimeOffset), default(Pose), default(PoseCovariance), default(Velocity), -1);
        (double? yawRate, double? battery, long? version, DeviceId? device) = (null, null, null, null);
        var members = new JsonMembers(Names, required: 5);
        while (members.Next(ref json))
        {
            members.Took(members.Index switch
            {
                0 => json.Time(out time),
                1 => NumberConverters.Pose.TryRead(ref json, out pose),
                2 => NumberConverters.PoseCovariance.TryRead(ref json, out covariance),
                3 => NumberConverters.Velocity.TryRead(ref json, out velocity),
                4 => (mode = json.Word(Modes, likely: 0)) >= 0,
                5 => json.Number(out yawRate),
                6 => json.Number(out battery),
                7 => json.Whole(out version),
                _ => json.Device(out device),
            });
        }

        return members.IsComplete
            ? new DeviceState(time, pose, covariance, velocity, (DeviceMode)mode, yawRate, battery, version, device)
            : null;
    }
}

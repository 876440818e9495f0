using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>
/// Whether the content of a site's message can be acted on by a device. It looks at what a device computes with, and leaves
/// the judgement of epochs and expiry to the device.
/// </summary>
internal static class DownlinkCheck
{
    /// <returns>What is wrong first, or null.</returns>
    public static Refusal? Of(DownlinkMessage message)
    {
        var check = new Check();
        switch (message)
        {
            case HazardList list:
                check.Count(list.Hazards.Count, 0, ProtocolLimits.MaxObjects, "hazards");
                for (var i = 0; i < list.Hazards.Count && !check.Failed; i++)
                    check.Take(Hazard(list.Hazards[i], i));
                break;
            case TrackList list:
                check.Count(list.Tracks.Count, 0, ProtocolLimits.MaxObjects, "tracks");
                check.Count(list.Gone?.Count ?? 0, 0, ProtocolLimits.MaxObjects, "gone");
                for (var i = 0; i < list.Tracks.Count && !check.Failed; i++)
                    check.Take(Track(list.Tracks[i], i));
                break;
            case DeviceCommand command:
                check.Name(command.Id, "id");
                check.NotNegative(command.Epoch, "epoch");
                check.Within(command.MaxSpeed, 0, ProtocolLimits.MaxSpeed, "maxSpeed");
                check.Text(command.Reason, 0, ProtocolLimits.MaxText, "reason");
                if (command is { Kind: CommandKind.LimitSpeed or CommandKind.Drive, MaxSpeed: null })
                    check.Fail(RefusalReason.WrongField, "maxSpeed", $"is missing, which {(command.Kind == CommandKind.Drive ? "drive" : "limitSpeed")} needs");
                break;
            case InferenceAnswer answer:
                InferenceCheck.Of(ref check, answer);
                break;
            case DesiredState desired:
                check.NotNegative(desired.Version, "version");
                check.Within(desired.MaxSpeed, 0, ProtocolLimits.MaxSpeed, "maxSpeed");
                ModelsCheck.Of(ref check, desired.Models);
                break;
        }

        return check.Refusal;
    }

    private static Refusal? Hazard(Hazard? hazard, int index)
    {
        var check = Check.Of("hazards", index);
        if (hazard is null)
        {
            check.Fail(RefusalReason.WrongField, "", "is null");
            return check.Refusal;
        }

        check.Within(hazard.Position.X, -ProtocolLimits.MaxCoordinate, ProtocolLimits.MaxCoordinate, "position.x");
        check.Within(hazard.Position.Y, -ProtocolLimits.MaxCoordinate, ProtocolLimits.MaxCoordinate, "position.y");
        check.Speed(hazard.Velocity, "velocity.x", "velocity.y");
        check.Covariance(hazard.Covariance, "covariance");
        check.Within(hazard.TimeToCollision, 0, double.MaxValue, "timeToCollision");
        check.Within(hazard.Distance, 0, ProtocolLimits.MaxCoordinate, "distance");
        check.Within(hazard.Probability, 0, 1, "probability");
        return check.Refusal;
    }

    private static Refusal? Track(Track? track, int index)
    {
        var check = Check.Of("tracks", index);
        if (track is null)
        {
            check.Fail(RefusalReason.WrongField, "", "is null");
            return check.Refusal;
        }

        check.Within(track.Position.X, -ProtocolLimits.MaxCoordinate, ProtocolLimits.MaxCoordinate, "position.x");
        check.Within(track.Position.Y, -ProtocolLimits.MaxCoordinate, ProtocolLimits.MaxCoordinate, "position.y");
        check.Speed(track.Velocity, "velocity.x", "velocity.y");
        check.Covariance(track.Covariance, "covariance");
        check.Within(track.Existence, 0, 1, "existence");
        return check.Refusal;
    }
}

namespace Swarm.Vda5050;

/// <summary>Zone sets on the vehicle (3.0: 6.4.2).</summary>
internal static class ZoneStore
{
    public static void Receive(VehicleTurn turn, ZoneSetMessage message)
    {
        var set = message.ZoneSet;
        if (ZoneSetCheck.Check(message) is [var violation, ..])
            Raise(turn, ErrorTypes.ValidationFailure, set.ZoneSetId, violation.ToString());
        else if (CapabilityCheck.Check(message, turn.Settings.Factsheet, bytes: 0) is [var unfit, ..])
            Raise(turn, ErrorTypes.ValidationFailure, set.ZoneSetId, unfit.ToString());
        else if (turn.State.ZoneSets.Exists(stored => stored.ZoneSet.ZoneSetId == set.ZoneSetId))
            Raise(turn, ErrorTypes.DuplicateZoneSet, set.ZoneSetId, "There is one of this id.");
        else
            turn.State = turn.State with { ZoneSets = turn.State.ZoneSets.Add(new StoredZoneSet(set, EnabledStatus.Disabled)) };
    }

    /// <summary>enableZoneSet and deleteZoneSet.</summary>
    public static void Change(VehicleTurn turn, VehicleAction action)
    {
        var stored = action.Text("zoneSetId") is { } id ? turn.State.ZoneSets.Find(set => set.ZoneSet.ZoneSetId == id) : null;
        var delete = action.ActionType == ActionTypes.DeleteZoneSet;
        if (stored is null || (delete && stored.Status == EnabledStatus.Enabled))
        {
            InstantActionDesk.Refuse(turn, action, stored is null ? $"There is no zone set '{action.Text("zoneSetId")}'." : "It is in use.");
            return;
        }

        turn.State = turn.State with
        {
            ZoneSets = delete
                ? turn.State.ZoneSets.Remove(stored)
                : turn.State.ZoneSets.ConvertAll(set => set == stored ? set with { Status = EnabledStatus.Enabled }
                    : set.ZoneSet.MapId == stored.ZoneSet.MapId ? set with { Status = EnabledStatus.Disabled } : set),
        };
        InstantActionDesk.Done(turn, action);
    }

    public static Zone? EnabledZone(VehicleState state, string? zoneSetId, string zoneId) => state.ZoneSets
        .Find(set => set.ZoneSet.ZoneSetId == zoneSetId && set.Status == EnabledStatus.Enabled)?.ZoneSet.Zones
        .FirstOrDefault(zone => zone.ZoneId == zoneId);

    private static void Raise(VehicleTurn turn, string type, string zoneSetId, string problem) => turn.Raise(
        new VehicleError
        {
            ErrorType = type,
            ErrorLevel = ErrorLevel.Warning,
            ErrorReferences = [Reference.To("zoneSetId", zoneSetId)],
            ErrorDescription = problem,
        },
        ErrorEnd.Time, turn.Now + turn.Settings.ZoneErrorTime);
}

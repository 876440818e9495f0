namespace Swarm.Vda5050;

/// <summary>Sends zone sets until the vehicle shows them (3.0: 6.4.2).</summary>
internal static class ZoneDesk
{
    public static void Send(FleetTurn turn, ZoneSet set)
    {
        if (turn.RefuseIfUnreachable())
            return;

        var message = new ZoneSetMessage { ZoneSet = set };
        if (turn.Control.Version != ProtocolVersion.V3)
            turn.Refuse(FleetRefusal.Version, "Zone sets came with version 3.");
        else if (!turn.State!.OperatingMode.TakesOrders)
            turn.Refuse(FleetRefusal.Mode, $"The mode is {turn.State.OperatingMode}.");
        else if (turn.Control.ZoneSets.Exists(pending => pending.ZoneSet.ZoneSetId == set.ZoneSetId) || IsShown(turn.State, set))
            turn.Refuse(FleetRefusal.IdUsed, $"Zone set '{set.ZoneSetId}' was sent before; what an id stands for does not change.");
        else if (ZoneSetCheck.Check(message) is { Count: > 0 } violations)
            turn.Refuse(FleetRefusal.Invalid, violations[0].ToString(), violations);
        else if (turn.Control.Factsheet is { } factsheet
            && CapabilityCheck.Check(message, factsheet, VdaCodec.V3.Write(turn.Header(message, uint.MaxValue)).Length) is { Count: > 0 } unfit)
            turn.Refuse(FleetRefusal.Unfit, unfit[0].ToString(), unfit);
        else
            turn.Control = turn.Control with { ZoneSets = turn.Control.ZoneSets.Add(new PendingZoneSet(set, turn.Now)) };
    }

    public static void Read(FleetTurn turn)
    {
        if (turn.Control.ZoneSets.Exists(pending => IsShown(turn.State!, pending.ZoneSet)))
            turn.Control = turn.Control with { ZoneSets = turn.Control.ZoneSets.RemoveAll(pending => IsShown(turn.State!, pending.ZoneSet)) };
    }

    public static void SendDue(FleetTurn turn)
    {
        if (!turn.IsReachable || !turn.State!.OperatingMode.TakesOrders)
            return;

        foreach (var pending in turn.Control.ZoneSets.Where(pending => pending.NextSendAt <= turn.Now))
        {
            turn.Do(new FleetEffect.Publish(turn.Header(new ZoneSetMessage { ZoneSet = pending.ZoneSet }, turn.Control.NextZoneSetId)));
            turn.Control = turn.Control with
            {
                NextZoneSetId = turn.Control.NextZoneSetId + 1,
                ZoneSets = turn.Control.ZoneSets.Replace(pending, pending with { Copies = pending.Copies + 1, NextSendAt = turn.Next(pending.Copies + 1) }),
            };
        }
    }

    private static bool IsShown(StateMessage state, ZoneSet set) => state.ZoneSets?.Any(shown => shown.ZoneSetId == set.ZoneSetId) == true;
}

namespace Swarm.Vda5050;

/// <summary>Operating modes (3.0: 6.6.6, 6.6.7; 2.1: Table 1, whose modes are a part of these).</summary>
internal static class Modes
{
    public static void Change(VehicleTurn turn, VehicleInput.ModeChanged change)
    {
        if (change.LastNodeIsLost)
            turn.State = turn.State with { LastNodeId = "" };
        if (change.Mode == OperatingMode.Intervened)
            turn.ClearRequests();
        if (change.Mode.ClearsOrder && change.Mode != turn.State.Mode)
        {
            turn.State = turn.State with { ClearsOrder = true, OrderCancelled = turn.State.OrderCancelled || !turn.State.IsIdle };
            turn.StopActions();
        }

        turn.State = turn.State with { NextMode = change.Mode == turn.State.Mode ? null : change.Mode };
    }

    /// <summary>A mode that clears the order is reported when no action of the order is under way any more.</summary>
    public static void Settle(VehicleTurn turn)
    {
        if (turn.State.ClearsOrder && turn.State.Actions.TrueForAll(action => action.Status.IsEnd))
        {
            turn.ClearOrder();
            turn.State = turn.State with { ClearsOrder = false };
        }

        if (turn.State.NextMode is not { } mode || (mode.ClearsOrder && turn.State.ClearsOrder))
            return;

        turn.State = turn.State with
        {
            Mode = mode,
            NextMode = null,
            LastNodeId = mode is OperatingMode.Startup or OperatingMode.Service or OperatingMode.TeachIn ? "" : turn.State.LastNodeId,
        };
        if (mode.TakesOrders)
            turn.End(error => error.End == ErrorEnd.ModeTakesOrders);
    }
}

namespace Swarm.Vda5050;

/// <summary>cancelOrder, from its arrival to the idle vehicle (3.0: 6.1.3, Figure 9; 2.1: 6.6.3).</summary>
internal static class OrderCancellation
{
    public static void Begin(VehicleTurn turn, VehicleAction action)
    {
        var state = turn.State;
        var named = turn.Version == ProtocolVersion.V3 ? action.Text("orderId") : null;
        if (state.IsIdle || state.OrderCancelled || (named is not null && named != state.Order?.OrderId))
        {
            InstantActionDesk.Add(turn, action, ActionStatus.Failed);
            turn.Raise(
                new VehicleError
                {
                    ErrorType = turn.Version == ProtocolVersion.V3 ? ErrorTypes.NoOrderToCancel : ErrorTypes.V2.NoOrderToCancel,
                    ErrorLevel = ErrorLevel.Warning,
                    ErrorReferences = [Reference.To("topic", "instantActions"), Reference.To("actionId", action.ActionId)],
                },
                ErrorEnd.OrderAccepted);
            return;
        }

        InstantActionDesk.Add(turn, action, ActionStatus.Running);
        turn.StopActions();
        turn.State = turn.State with { CancelActionId = action.ActionId, OrderCancelled = true };
        if (DrivesOn(turn))
        {
            turn.State = turn.State with
            {
                Nodes = turn.State.Nodes.RemoveRange(1, turn.State.Nodes.Count - 1),
                Edges = turn.State.Edges.RemoveRange(1, turn.State.Edges.Count - 1),
            };
        }
    }

    /// <summary>Whether the vehicle still has to get to the next node before it can stop.</summary>
    public static bool DrivesOn(VehicleTurn turn) => !turn.Settings.StopsBetweenNodes && turn.State.OnEdge is not null && !turn.State.Nodes.IsEmpty;

    /// <summary>Done when the vehicle stands and no action of the order is under way.</summary>
    public static void Settle(VehicleTurn turn)
    {
        if (turn.State.CancelActionId is not null && !turn.State.Driving && !DrivesOn(turn) && turn.State.Actions.TrueForAll(action => action.Status.IsEnd))
            turn.ClearOrder();
    }
}

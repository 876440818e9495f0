namespace Swarm.Vda5050;

/// <summary>Orders that a vehicle runs and should not.</summary>
internal static class StrayOrders
{
    /// <summary>A vehicle that runs an order that is given up is told to cancel it; one that runs what was never given is told of.</summary>
    public static void Read(FleetTurn turn, StateMessage state)
    {
        if (state.IsIdle || state.OrderId.Length == 0 || (state.NodeStates.Count == 0 && state.EdgeStates.Count == 0))
            return;

        if (!turn.Control.PastOrders.Contains(state.OrderId))
        {
            turn.Do(new FleetEffect.Contradiction($"It runs order '{state.OrderId}', which was not given to it from here."));
            return;
        }

        if (state.OperatingMode.TakesInstantAction(ActionTypes.CancelOrder)
            && !turn.Control.Actions.Exists(pending => pending.Action.ActionType == ActionTypes.CancelOrder))
        {
            turn.Control = turn.Control with { Actions = turn.Control.Actions.Add(new PendingAction(OrderDesk.CancelOf(turn, state.OrderId), turn.Now)) };
        }
    }
}

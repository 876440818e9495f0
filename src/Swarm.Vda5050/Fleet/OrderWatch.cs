namespace Swarm.Vda5050;

/// <summary>Reads from a vehicle's states what becomes of the order (3.0: 6.1.3, 6.1.4, 6.6.2, 6.6.7, 6.6.8).</summary>
internal static class OrderWatch
{
    public static void Read(FleetTurn turn, StateMessage? before, bool restarted)
    {
        var state = turn.State!;
        if (turn.Control.Order is not { } order)
        {
            StrayOrders.Read(turn, state);
            return;
        }

        if (state.OrderId == order.OrderId)
            Own(turn, order, state, before);
        else
            Other(turn, order, state, before, restarted);
    }

    public static void End(FleetTurn turn, OrderPhase phase, VehicleError? error = null)
    {
        var order = turn.Control.Order!;
        var failed = turn.State is { } state && state.OrderId == order.OrderId
            ? state.ActionStates.Where(action => action.ActionStatus == ActionStatus.Failed && order.ActionIds.Contains(action.ActionId)).Select(action => action.ActionId)
            : [];
        turn.Control = turn.Control with
        {
            Order = order with
            {
                Phase = phase,
                CancelActionId = null,
                OpenNodes = phase == OrderPhase.InDoubt ? order.OpenNodes : [],
                OpenEdges = phase == OrderPhase.InDoubt ? order.OpenEdges : [],
            },
        };
        turn.Do(new FleetEffect.OrderEnded(order.OrderId, phase, [.. failed], error));
    }

    private static void Own(FleetTurn turn, ControlOrder order, StateMessage state, StateMessage? before)
    {
        if (order.Phase == OrderPhase.InDoubt)
        {
            order = order with { Phase = OrderPhase.Sent };
        }
        else if (order.Phase.IsEnd)
        {
            After(turn, order, state);
            return;
        }

        if (order.RejectedUpdate is { } late && state.OrderUpdateId == late.OrderUpdateId && late.OrderUpdateId != order.Sent.OrderUpdateId)
            order = TakenLate(order, late);
        if (state.OrderUpdateId > order.Sent.OrderUpdateId)
        {
            turn.Do(new FleetEffect.Contradiction($"It shows update {state.OrderUpdateId} of order '{order.OrderId}', which was not sent."));
            return;
        }

        if (state.OrderUpdateId == order.Sent.OrderUpdateId && !order.Echoed)
        {
            order = order with { Echoed = true, Before = null, Phase = order.Phase == OrderPhase.Sent ? OrderPhase.Active : order.Phase };
            turn.Do(new FleetEffect.OrderTaken(order.OrderId, order.Sent.OrderUpdateId));
        }

        turn.Control = turn.Control with { Order = order };
        if (!Progress(turn, order, state))
            return;

        if (StateSigns.Rejection(order, state, before) is { } error)
            UpdateRejected(turn, turn.Control.Order!, error);
        if (state.NewBaseRequest == true && before?.NewBaseRequest != true && turn.Control.Order!.Phase == OrderPhase.Active)
            turn.Do(new FleetEffect.BaseWanted(order.OrderId));
        Conclude(turn, turn.Control.Order!, state);
    }

    /// <summary>An update that was rejected was taken after all; the one that was given since, if it is not echoed, is now the one that may come late.</summary>
    private static ControlOrder TakenLate(ControlOrder order, OrderMessage late) => OrderDesk.WithBase(order with
    {
        Sent = late,
        Before = order.Sent,
        Echoed = false,
        RejectedUpdate = order.Echoed ? null : order.Sent,
        OpenNodes = order.OpenNodes.RemoveAll(node => node.SequenceId > late.Nodes[0].SequenceId),
        OpenEdges = order.OpenEdges.RemoveAll(edge => edge.SequenceId > late.Nodes[0].SequenceId),
    });

    /// <summary>A late copy of what was given up may be taken after all: it is cancelled, or told if that is too late.</summary>
    private static void After(FleetTurn turn, ControlOrder order, StateMessage state)
    {
        if (order.Phase == OrderPhase.Finished)
        {
            if (state.NodeStates.Count > 0)
                turn.Do(new FleetEffect.Contradiction($"It runs order '{order.OrderId}', which it has finished."));
        }
        else if (!StateSigns.IsOver(order, state))
        {
            OrderDesk.SendCancel(turn, order with { CancelAttempts = 0 });
        }
        else if (!order.Echoed && StateSigns.IsAtTheEnd(order, state))
        {
            turn.Control = turn.Control with { Order = order with { Echoed = true } };
            End(turn, OrderPhase.Finished);
        }
    }

    private static void Other(FleetTurn turn, ControlOrder order, StateMessage state, StateMessage? before, bool restarted)
    {
        switch (order.Phase)
        {
            case OrderPhase.Sent when StateSigns.Rejection(order, state, before) is { } error:
                End(turn, OrderPhase.Rejected, error);
                break;
            case OrderPhase.Sent when restarted && order.Copies > 0:
                End(turn, OrderPhase.InDoubt);
                break;
            case OrderPhase.Active:
                End(turn, OrderPhase.BrokenOff);
                break;
            case OrderPhase.Cancelling when order.Echoed || StateSigns.CancelStatus(state, order) is { IsEnd: true }:
                End(turn, OrderPhase.Cancelled);
                break;
        }

        StrayOrders.Read(turn, state);
    }

    /// <summary>Takes what was passed out of the open base.</summary>
    /// <returns>False if the vehicle says what cannot be.</returns>
    private static bool Progress(FleetTurn turn, ControlOrder order, StateMessage state)
    {
        if (state.LastNodeId.Length == 0)
            return true;

        // Still what it passed in the order before.
        var last = state.LastNodeSequenceId;
        if (state.NodeStates.Any(node => node.SequenceId <= last))
            return true;

        var known = order.OpenNodes.Find(node => node.SequenceId == last);
        if (last > (order.Sent.DecisionNode?.SequenceId ?? 0) || (known is not null && known.NodeId != state.LastNodeId))
        {
            turn.Do(new FleetEffect.Contradiction($"It says that it passed '{state.LastNodeId}' ({last}), which was not released to it."));
            return false;
        }

        var passed = order.OpenNodes.FindAll(node => node.SequenceId <= last);
        if (passed.IsEmpty)
            return true;

        foreach (var node in passed)
            turn.Do(new FleetEffect.NodePassed(order.OrderId, node.NodeId, node.SequenceId));
        turn.Control = turn.Control with
        {
            Order = order with
            {
                OpenNodes = order.OpenNodes.RemoveRange(passed),
                OpenEdges = order.OpenEdges.RemoveAll(edge => edge.SequenceId < last),
            },
        };
        return true;
    }

    private static void UpdateRejected(FleetTurn turn, ControlOrder order, VehicleError error)
    {
        turn.Do(new FleetEffect.UpdateRejected(order.OrderId, order.Sent.OrderUpdateId, error));
        var had = order.Before!;
        var end = had.DecisionNode!.SequenceId;
        turn.Control = turn.Control with
        {
            Order = order with
            {
                RejectedUpdate = order.Sent,
                Sent = had,
                Before = null,
                Echoed = true,
                Copies = 0,
                OpenNodes = order.OpenNodes.RemoveAll(node => node.SequenceId > end),
                OpenEdges = order.OpenEdges.RemoveAll(edge => edge.SequenceId > end),
            },
        };
    }

    private static void Conclude(FleetTurn turn, ControlOrder order, StateMessage state)
    {
        if (!StateSigns.IsOver(order, state))
        {
            if (order.Phase == OrderPhase.Cancelling && StateSigns.CancelStatus(state, order) == ActionStatus.Failed)
                CancelFailed(turn, order);
            return;
        }

        // A mode that clears the order fails its actions, at its end too.
        var cleared = state.OperatingMode.ClearsOrder
            && state.ActionStates.Any(action => action.ActionStatus == ActionStatus.Failed && order.ActionIds.Contains(action.ActionId));
        var atTheEnd = !cleared && order.Echoed && StateSigns.IsAtTheEnd(order, state);
        if (order.Phase == OrderPhase.Cancelling)
        {
            // Until the vehicle has answered cancelOrder, a late copy of it could hit the next order.
            if (StateSigns.CancelStatus(state, order) is { IsEnd: true } status)
                End(turn, atTheEnd && status == ActionStatus.Failed ? OrderPhase.Finished : OrderPhase.Cancelled);
        }
        else if (atTheEnd)
        {
            End(turn, OrderPhase.Finished);
        }
        else if (state.OperatingMode.ClearsOrder || (order.Echoed && order.Phase == OrderPhase.Active))
        {
            End(turn, OrderPhase.BrokenOff);
        }
        else if (order.Before is { } had && (had.HasHorizon || state.LastNodeSequenceId != had.Nodes[^1].SequenceId))
        {
            // It had more to drive than it says, so it has cleared the order; the update will not be taken.
            End(turn, OrderPhase.BrokenOff);
        }
    }

    private static void CancelFailed(FleetTurn turn, ControlOrder order)
    {
        var action = turn.Control.Actions.Find(pending => pending.Action.ActionId == order.CancelActionId);
        if (order.CancelAttempts < turn.Settings.CancelAttempts)
        {
            OrderDesk.SendCancel(turn, order);
            return;
        }

        turn.Control = turn.Control with { Order = order with { Phase = OrderPhase.Active, CancelActionId = null, CancelAttempts = 0 } };
        if (action is not null)
            turn.Do(new FleetEffect.ActionUnanswered(action.Action));
    }
}

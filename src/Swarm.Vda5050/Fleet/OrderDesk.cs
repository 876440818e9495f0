namespace Swarm.Vda5050;

/// <summary>Follows wishes about orders, and sends them until they are echoed (3.0: 6.1, 6.6.6 to 6.6.8).</summary>
internal static class OrderDesk
{
    private const int PastOrders = 256;

    public static void Assign(FleetTurn turn, OrderMessage order)
    {
        var control = turn.Control;
        if (turn.RefuseIfUnreachable() || RefuseByVehicle(turn))
            return;
        if (control.Order is { Phase.IsEnd: false } current)
            turn.Refuse(FleetRefusal.NotIdle, $"It has order '{current.OrderId}', which is {current.Phase}.");
        else if (!turn.State!.IsIdle)
            turn.Refuse(FleetRefusal.NotIdle, $"It is busy with order '{turn.State.OrderId}'.");
        else if (control.Actions.Exists(action => action.Action.ActionType == ActionTypes.CancelOrder))
            turn.Refuse(FleetRefusal.NotIdle, "A cancelOrder is under way.");
        else if (control.Order?.OrderId == order.OrderId || control.PastOrders.Contains(order.OrderId) || turn.State.OrderId == order.OrderId)
            turn.Refuse(FleetRefusal.IdUsed, $"Order '{order.OrderId}' was given to this vehicle before.");
        else if (order.OrderUpdateId != 0)
            turn.Refuse(FleetRefusal.Invalid, "A new order is update 0.", [new Violation("$.orderUpdateId", Rule.UpdateId, "must be 0 in a new order")]);
        else if (IsSound(turn, order))
            Begin(turn, order);
    }

    public static void Update(FleetTurn turn, OrderMessage update)
    {
        if (turn.RefuseIfUnreachable() || RefuseByVehicle(turn))
            return;
        if (turn.Control.Order is not { Phase: OrderPhase.Sent or OrderPhase.Active } order || order.OrderId != update.OrderId)
        {
            turn.Refuse(FleetRefusal.NoOrder, $"Order '{update.OrderId}' is not one that it has.");
            return;
        }

        if (!order.Echoed)
        {
            turn.Refuse(FleetRefusal.NotEchoed, $"Update {order.Sent.OrderUpdateId} is not echoed yet.");
            return;
        }

        var violations = OrderUpdateCheck.Check(order.Sent with { OrderUpdateId = order.LastUpdateId }, update, turn.Control.Version).ToList();
        var repeated = update.Nodes.Skip(1).SelectMany(node => node.Actions).Concat(update.Edges.SelectMany(edge => edge.Actions))
            .FirstOrDefault(action => order.ActionIds.Contains(action.ActionId));
        if (repeated is not null && violations.TrueForAll(violation => violation.Rule != Rule.ActionIdUnique))
            violations.Add(new Violation("$", Rule.ActionIdUnique, $"'{repeated.ActionId}' was in the base before"));
        if (violations.Count > 0)
            turn.Refuse(FleetRefusal.Invalid, violations[0].ToString(), violations);
        else if (IsSound(turn, update))
            turn.Control = turn.Control with { Order = WithBase(order with { Sent = update, Before = order.Sent, Echoed = false, Copies = 0, NextSendAt = turn.Now, LastUpdateId = update.OrderUpdateId }) };
    }

    public static void Cancel(FleetTurn turn)
    {
        if (turn.Control.Order is not { Phase: OrderPhase.Sent or OrderPhase.Active } order)
            turn.Refuse(FleetRefusal.NoOrder, "There is no order to cancel.");
        else if (order is { Phase: OrderPhase.Sent, Copies: 0 })
            OrderWatch.End(turn, OrderPhase.Cancelled);
        else
            SendCancel(turn, order);
    }

    /// <summary>Tells the vehicle to cancel the order that fleet control has for it.</summary>
    public static void SendCancel(FleetTurn turn, ControlOrder order)
    {
        var action = CancelOf(turn, order.OrderId);
        turn.Control = turn.Control with
        {
            Order = order with { Phase = OrderPhase.Cancelling, CancelActionId = action.ActionId, CancelAttempts = order.CancelAttempts + 1 },
            Actions = turn.Control.Actions.Add(new PendingAction(action, turn.Now)),
        };
    }

    /// <summary>A cancelOrder with an id of its own, which in 3.0 names the order. In 2.1 it hits whichever there is.</summary>
    public static VehicleAction CancelOf(FleetTurn turn, string orderId) => new()
    {
        ActionId = FormattableString.Invariant($"cancel-{turn.Control.NextInstantActionsId}-{turn.Control.Actions.Count}-{orderId}"),
        ActionType = ActionTypes.CancelOrder,
        BlockingType = BlockingType.None,
        ActionParameters = turn.Control.Version == ProtocolVersion.V3 ? [ActionParameter.Of("orderId", orderId)] : [],
    };

    /// <summary>Sends what is due, with the content that it had before and the next header id.</summary>
    public static void SendDue(FleetTurn turn)
    {
        if (turn.Control.Order is not { IsPending: true } order || order.NextSendAt > turn.Now || !turn.IsReachable || !turn.State!.OperatingMode.TakesOrders)
            return;

        var shortest = TimeSpan.FromSeconds(turn.Control.Factsheet?.ProtocolLimits.Timing.MinimumOrderInterval ?? 0);
        if (turn.Control.OrderSentAt is { } sent && turn.Now - sent < shortest)
            return;

        turn.Do(new FleetEffect.Publish(turn.Header(ForVersion(turn, order.Sent), turn.Control.NextOrderId)));
        turn.Control = turn.Control with
        {
            NextOrderId = turn.Control.NextOrderId + 1,
            OrderSentAt = turn.Now,
            Order = order with { Copies = order.Copies + 1, NextSendAt = turn.Next(order.Copies + 1) },
        };
    }

    /// <summary>
    /// Vehicles of 2.0 take the actions of a stitching node for new ones and run them again, so it is sent without; 2.1 and 3.0 want it as it was
    /// (2.1: 6.6.2, 3.0: 6.1.2).
    /// </summary>
    private static OrderMessage ForVersion(FleetTurn turn, OrderMessage order) =>
        order.OrderUpdateId > 0 && order.Nodes[0].Actions.Count > 0 && turn.Control.VersionText.StartsWith("2.0", StringComparison.Ordinal)
            ? order with { Nodes = [order.Nodes[0] with { Actions = [] }, .. order.Nodes.Skip(1)] }
            : order;

    private static void Begin(FleetTurn turn, OrderMessage order)
    {
        var past = turn.Control.PastOrders;
        turn.Control = turn.Control with
        {
            PastOrders = turn.Control.Order is { } last ? [.. past.Add(last.OrderId).TakeLast(PastOrders)] : past,
            Order = WithBase(new ControlOrder(order, OrderPhase.Sent, Echoed: false, turn.Now)),
        };
    }

    internal static ControlOrder WithBase(ControlOrder order)
    {
        var nodes = order.Sent.Nodes.Where(node => node.Released).ToArray();
        var edges = order.Sent.Edges.Where(edge => edge.Released).ToArray();
        return order with
        {
            OpenNodes = order.OpenNodes.AddRange(order.Before is null ? nodes : nodes.Skip(1)),
            OpenEdges = order.OpenEdges.AddRange(edges),
            ActionIds = order.ActionIds.AddRange(nodes.SelectMany(node => node.Actions).Concat(edges.SelectMany(edge => edge.Actions))
                .Select(action => action.ActionId).Except(order.ActionIds)),
        };
    }

    private static bool RefuseByVehicle(FleetTurn turn)
    {
        var state = turn.State!;
        if (!state.OperatingMode.TakesOrders)
            turn.Refuse(FleetRefusal.Mode, $"The mode is {state.OperatingMode}.");
        else if (state.Errors.FirstOrDefault(error => error.ErrorLevel == ErrorLevel.Fatal) is { } error)
            turn.Refuse(FleetRefusal.FatalError, $"It reports {error.ErrorType}.");
        else
            return false;

        return true;
    }

    private static bool IsSound(FleetTurn turn, OrderMessage order)
    {
        var version = turn.Control.Version;
        if (OrderCheck.Check(order, version) is { Count: > 0 } violations)
        {
            turn.Refuse(FleetRefusal.Invalid, violations[0].ToString(), violations);
            return false;
        }

        if (turn.Control.Factsheet is not { } factsheet)
            return true;

        var bytes = VdaCodec.Of(version).Write(turn.Header(order, uint.MaxValue)).Length;
        if (CapabilityCheck.Check(order, factsheet, version, bytes) is not { Count: > 0 } unfit)
            return true;

        turn.Refuse(FleetRefusal.Unfit, unfit[0].ToString(), unfit);
        return false;
    }
}

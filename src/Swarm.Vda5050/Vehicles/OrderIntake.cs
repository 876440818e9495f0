using System.Globalization;

namespace Swarm.Vda5050;

/// <summary>Takes orders and updates, or says why not (3.0: 6.1.2 Figure 8, 6.1.4; 2.1: 6.6.2 Figure 8, 6.6.4).</summary>
internal static class OrderIntake
{
    private const int PastOrders = 256;

    public static void Receive(VehicleTurn turn, OrderMessage order)
    {
        // Receiving an order is an event of its own (6.6): a lost echo is repeated when the order is.
        turn.State = turn.State with { StateDue = true };

        var current = turn.State.Order;
        if (Unsound(turn, order) is { } fault)
            Reject(turn, order, fault.Reason, fault.Problem);
        else if (current?.OrderId == order.OrderId)
            Update(turn, current, order);
        else
            New(turn, order);
    }

    public static void Unreadable(VehicleTurn turn, string topic, IReadOnlyList<Violation> violations)
    {
        var (type, level) = RejectionErrors.Of(OrderRejection.Malformed, turn.Version);
        turn.Raise(
            new VehicleError
            {
                ErrorType = type,
                ErrorLevel = level,
                ErrorReferences = [Reference.To("topic", topic)],
                ErrorDescription = violations.Count > 0 ? violations[0].ToString() : null,
            },
            ErrorEnd.OrderAccepted);
    }

    private static void New(VehicleTurn turn, OrderMessage order)
    {
        var state = turn.State;
        (OrderRejection Reason, string Problem)? fault =
            !state.IsIdle || state.CancelActionId is not null ? (OrderRejection.OtherOrderActive, $"Order '{state.Order?.OrderId}' is active.")
            : state.PastOrders.Contains(order.OrderId) || IsLate(state.Order, order) ? (OrderRejection.Outdated, "An order from the past.")
            : turn.Version == ProtocolVersion.V3 && order.OrderUpdateId != 0 ? (OrderRejection.NewOrderIsUpdate, "A new order begins with update 0.")
            : !StartsHere(turn, order.Nodes[0]) ? (OrderRejection.StartOutOfRange, $"The vehicle is not at '{order.Nodes[0].NodeId}'.")
            : Unreachable(turn, order);
        if (fault is { } found)
        {
            Reject(turn, order, found.Reason, found.Problem);
            return;
        }

        var first = order.Nodes[0];
        turn.State = state with
        {
            OrderCancelled = false,
            LastNodeId = first.NodeId,
            LastNodeSequenceId = first.SequenceId,
            OnEdge = null,
            Nodes = [.. order.Nodes.Skip(1)],
            Edges = [.. order.Edges],
            Actions = [.. ActionsOf(order, skip: 0)],
            Queue = [.. first.Actions.Select(action => action.ActionId)],
            PastOrders = (state.PastOrders.Count < PastOrders ? state.PastOrders : state.PastOrders.RemoveAt(0)).Add(order.OrderId),
        };
        if (turn.Version == ProtocolVersion.V2)
            turn.ForgetInstantActions();
        Take(turn, order);
    }

    private static void Update(VehicleTurn turn, OrderMessage current, OrderMessage order)
    {
        var state = turn.State;
        if (order.OrderUpdateId == current.OrderUpdateId && !state.OrderCancelled
            && (turn.Version == ProtocolVersion.V2 || VdaCodec.Of(turn.Version).SameContent(order, current)))
            return;

        (OrderRejection Reason, string Problem)? fault =
            order.OrderUpdateId < current.OrderUpdateId ? (OrderRejection.Outdated, $"Update {current.OrderUpdateId} was taken already.")
            : state.OrderCancelled ? (OrderRejection.FollowingCancel, "The order was cancelled.")
            : order.OrderUpdateId == current.OrderUpdateId ? (OrderRejection.SameUpdateId, $"Update {order.OrderUpdateId} said something else before.")
            : !Continues(turn, order) ? (OrderRejection.NotContinuing, $"It does not begin at '{state.DecisionNode?.NodeId}' as it was.")
            : RepeatsAnAction(state, order) ? (OrderRejection.Malformed, "It asks for an action of the base again.")
            : Unreachable(turn, order);
        if (fault is { } found)
        {
            Reject(turn, order, found.Reason, found.Problem);
            return;
        }

        var horizon = state.Nodes.Where(node => !node.Released).SelectMany(node => node.Actions)
            .Concat(state.Edges.Where(edge => !edge.Released).SelectMany(edge => edge.Actions))
            .Select(action => action.ActionId).ToHashSet(StringComparer.Ordinal);
        turn.State = state with
        {
            Nodes = state.Nodes.RemoveAll(node => !node.Released).AddRange(order.Nodes.Skip(1)),
            Edges = state.Edges.RemoveAll(edge => !edge.Released).AddRange(order.Edges),
            Actions = state.Actions.RemoveAll(action => horizon.Contains(action.Id)).AddRange(ActionsOf(order, skip: 1)),
        };
        Take(turn, order);
    }

    private static void Take(VehicleTurn turn, OrderMessage order)
    {
        turn.State = turn.State with { Order = order, DecisionNode = order.DecisionNode };
        turn.End(error => error.End is ErrorEnd.OrderAccepted);
        turn.Do(new VehicleEffect.OrderTaken(order));
    }

    /// <summary>The stitching node is the decision point, and in 3.0 unchanged; 2.1 goes by what was sent of it first (6.6.2).</summary>
    private static bool Continues(VehicleTurn turn, OrderMessage order) =>
        turn.State.DecisionNode is { } decision
        && order.Nodes[0].NodeId == decision.NodeId
        && order.Nodes[0].SequenceId == decision.SequenceId
        && (turn.Version == ProtocolVersion.V2 || OrderUpdateCheck.SameContent(order.Nodes[0], decision));

    private static bool RepeatsAnAction(VehicleState state, OrderMessage order)
    {
        var horizon = state.Nodes.Where(node => !node.Released).Select(node => node.SequenceId)
            .Concat(state.Edges.Where(edge => !edge.Released).Select(edge => edge.SequenceId)).ToHashSet();
        return ActionsOf(order, skip: 1).Any(added => state.Actions.Exists(action => action.Id == added.Id && !horizon.Contains(action.SequenceId)));
    }

    private static (OrderRejection Reason, string Problem)? Unsound(VehicleTurn turn, OrderMessage order)
    {
        if (OrderCheck.Check(order, turn.Version) is [var broken, ..])
            return (OrderRejection.Malformed, broken.ToString());
        if (!turn.State.Mode.TakesOrders || turn.State.NextMode is not null)
            return (OrderRejection.NotAvailable, $"The mode is {turn.State.NextMode ?? turn.State.Mode}.");
        if (CapabilityCheck.Check(order, turn.Settings.Factsheet, turn.Version, bytes: 0) is [var unfit, ..])
            return (ReasonOf(unfit.Rule), unfit.ToString());

        var maps = turn.State.Maps;
        var unknown = order.Nodes.Select(node => node.NodePosition?.MapId).FirstOrDefault(id => id is not null && !maps.Exists(map => map.MapId == id));
        return maps.IsEmpty || unknown is null ? null : (OrderRejection.UnknownMap, $"There is no map '{unknown}'.");
    }

    private static OrderRejection ReasonOf(Rule rule) => rule switch
    {
        Rule.UnsupportedParameter => OrderRejection.UnsupportedParameter,
        Rule.UnsupportedAction => OrderRejection.UnsupportedAction,
        Rule.ListLength or Rule.TextLength or Rule.MessageLength => OrderRejection.InsufficientMemory,
        _ => OrderRejection.Malformed,
    };

    private static (OrderRejection Reason, string Problem)? Unreachable(VehicleTurn turn, OrderMessage order) =>
        turn.Settings.Unreachable(order) is { } node ? (OrderRejection.NoRoute, $"'{node}' cannot be reached.") : null;

    /// <summary>A copy of an older message that comes late: older by its number and by its time, so that a fleet control that begins anew is not meant.</summary>
    private static bool IsLate(OrderMessage? last, OrderMessage order) =>
        last is not null && order.HeaderId < last.HeaderId && order.Timestamp < last.Timestamp;

    /// <summary>The first node is where the vehicle stands, or within its deviation (6.1.1).</summary>
    private static bool StartsHere(VehicleTurn turn, Node first)
    {
        var state = turn.State;
        if (state.OnEdge is null && state.LastNodeId == first.NodeId)
            return true;
        if (first.NodePosition is not { } node || state.Position is not { Localized: true } here || here.MapId != node.MapId)
            return false;

        var near = (node.AllowedDeviationXY ?? AllowedDeviation.Circle(0)).Contains(here.X - node.X, here.Y - node.Y, turn.Settings.NodeTolerance);
        var heading = node.Theta is not { } theta
            || Math.Abs(Math.IEEERemainder(here.Theta - theta, Math.Tau)) <= Math.Max(node.AllowedDeviationTheta ?? 0, turn.Settings.HeadingTolerance);
        return near && heading;
    }

    private static IEnumerable<TrackedAction> ActionsOf(OrderMessage order, int skip) =>
        order.Nodes.Skip(skip).SelectMany(node =>
                node.Actions.Select(action => new TrackedAction(action, ActionScope.Node, node.SequenceId, ActionStatus.Waiting)))
            .Concat(order.Edges.SelectMany(edge =>
                edge.Actions.Select(action => new TrackedAction(action, ActionScope.Edge, edge.SequenceId, ActionStatus.Waiting))))
            .OrderBy(action => action.SequenceId);

    private static void Reject(VehicleTurn turn, OrderMessage order, OrderRejection reason, string problem)
    {
        var (type, level) = RejectionErrors.Of(reason, turn.Version);
        var error = new VehicleError
        {
            ErrorType = type,
            ErrorLevel = level,
            ErrorDescription = problem,
            ErrorReferences =
            [
                Reference.To("topic", "order"),
                Reference.To("headerId", order.HeaderId.ToString(CultureInfo.InvariantCulture)),
                Reference.To("orderId", order.OrderId),
                Reference.To("orderUpdateId", order.OrderUpdateId.ToString(CultureInfo.InvariantCulture)),
            ],
        };
        turn.End(other => other.Error.ErrorType == type && other.Error.Reference("orderId") == order.OrderId
            && other.Error.Reference("orderUpdateId") == error.Reference("orderUpdateId"));
        turn.Raise(error, RejectionErrors.EndOf(reason, turn.Version));
        turn.Do(new VehicleEffect.OrderRejected(order, reason, problem));
    }
}

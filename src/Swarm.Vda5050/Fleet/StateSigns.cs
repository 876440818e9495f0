using System.Globalization;

namespace Swarm.Vda5050;

/// <summary>What a state says of an order and of an instant action.</summary>
internal static class StateSigns
{
    /// <summary>
    /// How an instant action stands; null if nothing is said of it. Vehicles of 2.0 may report one that they refuse by an error that names
    /// it, and not among their actions.
    /// </summary>
    public static ActionStatus? StatusOf(StateMessage state, string actionId) =>
        state.Action(actionId)?.ActionStatus
        ?? (state.Errors.Any(error => error.Reference("actionId") == actionId) ? ActionStatus.Failed : null);

    /// <summary>How the cancelOrder of an order stands; null if nothing is said of it.</summary>
    public static ActionStatus? CancelStatus(StateMessage state, ControlOrder order) =>
        order.CancelActionId is { } id ? StatusOf(state, id) : null;

    /// <summary>Nothing left to drive and no action of this order under way; instant actions that 2.1 shows among them do not count.</summary>
    public static bool IsOver(ControlOrder order, StateMessage state) =>
        state.NodeStates.Count == 0 && state.EdgeStates.Count == 0
        && state.ActionStates.All(action => action.ActionStatus.IsEnd || !order.ActionIds.Contains(action.ActionId));

    /// <summary>The last node of what was sent was passed, and nothing is left to be released.</summary>
    public static bool IsAtTheEnd(ControlOrder order, StateMessage state) =>
        state.OrderUpdateId == order.Sent.OrderUpdateId && !order.Sent.HasHorizon
        && state.LastNodeSequenceId == order.Sent.Nodes[^1].SequenceId && state.LastNodeId == order.Sent.Nodes[^1].NodeId;

    /// <summary>The error that says that what is awaited was not taken. One that names no order counts if it is new.</summary>
    public static VehicleError? Rejection(ControlOrder order, StateMessage state, StateMessage? before)
    {
        if (!order.IsPending || order.Copies == 0)
            return null;

        var update = order.Sent.OrderUpdateId.ToString(CultureInfo.InvariantCulture);
        return state.Errors.FirstOrDefault(error => RejectionErrors.IsRejection(error.ErrorType)
            && (error.Reference("orderId") is { } id
                ? id == order.OrderId && (error.Reference("orderUpdateId") ?? update) == update
                : before is not null && !before.Errors.Any(other => other.ErrorType == error.ErrorType)));
    }
}

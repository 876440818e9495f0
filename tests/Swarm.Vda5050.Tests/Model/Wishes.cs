using System.Globalization;

namespace Swarm.Vda5050.Tests;

/// <summary>Orders, updates and actions made of a number, with ids of their own.</summary>
internal sealed class Wishes
{
    private static readonly string[] InstantTypes =
        [ActionTypes.StartPause, ActionTypes.StopPause, ActionTypes.StateRequest, ActionTypes.FactsheetRequest, "beep", ActionTypes.Retry];

    private int _orders;
    private int _actions;

    /// <summary>An order from a node of a ring of seven, some of it released.</summary>
    public OrderMessage Order(int choice, string from)
    {
        var length = 1 + (choice % 4);
        var at = from.Length > 0 ? int.Parse(from.AsSpan(1), CultureInfo.InvariantCulture) : 0;
        var nodes = Enumerable.Range(0, length + 1).Select(i => new Node
        {
            NodeId = $"n{(at + i) % 7}",
            SequenceId = 2 * (uint)i,
            Released = i <= choice / 8 % (length + 1),
            Actions = choice / 64 % 3 == 0
                ? [Action(i % 2 == 0 ? "beep" : ActionTypes.Pick, (BlockingType)(choice / 256 % 4), retriable: choice / 1024 % 2 == 0)]
                : [],
        }).ToArray();
        return new OrderMessage
        {
            OrderId = $"order-{_orders++}",
            OrderUpdateId = 0,
            Nodes = nodes,
            Edges = [.. Enumerable.Range(0, length).Select(i => new Edge
            {
                EdgeId = $"{nodes[i].NodeId}-{nodes[i + 1].NodeId}",
                SequenceId = (2 * (uint)i) + 1,
                Released = nodes[i + 1].Released,
                Actions = choice / 4096 % 5 == 0 ? [Action("beep")] : [],
            })],
        };
    }

    /// <summary>One node more of the horizon, or another way in its place.</summary>
    public OrderMessage Update(int choice, ControlOrder order)
    {
        var decision = order.Sent.DecisionNode!;
        if (choice % 4 > 0 && order.Sent.HasHorizon)
            return OrderUpdates.Release(order.Sent, order.LastUpdateId + 1, decision.SequenceId + 2);

        var (node, released) = ($"n{choice % 7}", choice % 2 == 0);
        return OrderUpdates.Replace(
            order.Sent, order.LastUpdateId + 1,
            [new Node { NodeId = node, SequenceId = 0, Released = released, Actions = [Action("beep")] }],
            [new Edge { EdgeId = $"{decision.NodeId}-{node}", SequenceId = 0, Released = released, Actions = [] }]);
    }

    public VehicleAction Instant(int choice) => Action(InstantTypes[choice % InstantTypes.Length]);

    public VehicleAction Action(string type, BlockingType blocking = BlockingType.None, bool retriable = false) =>
        new() { ActionId = $"action-{_actions++}", ActionType = type, BlockingType = blocking, Retriable = retriable ? true : null };

    public static OperatingMode Mode(int choice) => (choice % 6) switch
    {
        0 => OperatingMode.Manual,
        1 => OperatingMode.SemiAutomatic,
        _ => OperatingMode.Automatic,
    };
}

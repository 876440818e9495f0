namespace Swarm.Vda5050;

/// <summary>Makes updates that continue an order (3.0: 6.1.2).</summary>
public static class OrderUpdates
{
    /// <summary>Releases the horizon up to a node, and keeps the rest of it.</summary>
    /// <param name="order">What the vehicle has (<see cref="ControlOrder.Sent"/>).</param>
    /// <param name="updateId">More than any that was used (<see cref="ControlOrder.LastUpdateId"/>).</param>
    /// <param name="throughSequenceId">The last node to release.</param>
    public static OrderMessage Release(OrderMessage order, uint updateId, uint throughSequenceId)
    {
        var from = DecisionOf(order).SequenceId;
        return order with
        {
            OrderUpdateId = updateId,
            Nodes = [.. order.Nodes.Where(node => node.SequenceId >= from).Select(node => node with { Released = node.SequenceId == from || node.SequenceId <= throughSequenceId })],
            Edges = [.. order.Edges.Where(edge => edge.SequenceId > from).Select(edge => edge with { Released = edge.SequenceId < throughSequenceId })],
        };
    }

    /// <summary>Puts another way in the place of the horizon.</summary>
    /// <param name="nodes">Behind the decision point; their sequence ids are set here.</param>
    /// <param name="edges">As many; the first leads from the decision point.</param>
    public static OrderMessage Replace(OrderMessage order, uint updateId, IReadOnlyList<Node> nodes, IReadOnlyList<Edge> edges)
    {
        var decision = DecisionOf(order);
        return order with
        {
            OrderUpdateId = updateId,
            Nodes = [decision, .. nodes.Select((node, i) => node with { SequenceId = decision.SequenceId + (2 * ((uint)i + 1)) })],
            Edges = [.. edges.Select((edge, i) => edge with { SequenceId = decision.SequenceId + (2 * (uint)i) + 1 })],
        };
    }

    private static Node DecisionOf(OrderMessage order) =>
        order.DecisionNode ?? throw new ArgumentException($"Order '{order.OrderId}' has no released node.", nameof(order));
}

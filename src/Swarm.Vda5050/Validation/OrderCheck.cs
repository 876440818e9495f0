namespace Swarm.Vda5050;

/// <summary>What makes an order sound, for itself (6.1.1, 7.3). What it continues is checked by <see cref="OrderUpdateCheck"/>.</summary>
public static class OrderCheck
{
    public static IReadOnlyList<Violation> Check(OrderMessage order, ProtocolVersion version)
    {
        var checker = new Checker(version);
        Check(order, checker);
        return checker.Violations;
    }

    internal static void Check(OrderMessage order, Checker checker)
    {
        checker.Id(order.OrderId, "$", "orderId");
        checker.Require(order.Nodes.Count > 0, "$.nodes", Rule.NodesPresent, $"is empty");
        checker.Require(order.Edges.Count == Math.Max(order.Nodes.Count - 1, 0), "$.edges", Rule.EdgeCount,
            $"has {order.Edges.Count} edges to {order.Nodes.Count} nodes");

        for (var i = 0; i < order.Nodes.Count; i++)
            Check(order.Nodes[i], $"$.nodes[{i}]", checker);
        for (var i = 0; i < order.Edges.Count; i++)
            Check(order.Edges[i], $"$.edges[{i}]", checker);

        if (order.Nodes.Count == 0)
            return;

        Sequence(order, checker);
        Release(order, checker);
        Ids(order, checker);
    }

    private static void Check(Node node, string path, Checker checker)
    {
        checker.Id(node.NodeId, path, "nodeId");
        PositionCheck.Check(node.NodePosition, $"{path}.nodePosition", checker);
        ActionCheck.Check(node.Actions, path, checker);
    }

    private static void Check(Edge edge, string path, Checker checker)
    {
        checker.Id(edge.EdgeId, path, "edgeId");
        checker.NotNegative(edge.MaximumSpeed, path, "maximumSpeed");
        checker.NotNegative(edge.MaximumMobileRobotHeight, path, "maximumMobileRobotHeight");
        checker.NotNegative(edge.MinimumLoadHandlingDeviceHeight, path, "minimumLoadHandlingDeviceHeight");
        checker.NotNegative(edge.MaximumRotationSpeed, path, "maximumRotationSpeed");
        checker.NotNegative(edge.Length, path, "length");
        checker.Angle(edge.Orientation, path, "orientation");
        checker.NotNegative(edge.Corridor?.LeftWidth, $"{path}.corridor", "leftWidth");
        checker.NotNegative(edge.Corridor?.RightWidth, $"{path}.corridor", "rightWidth");
        TrajectoryCheck.Check(edge.Trajectory, $"{path}.trajectory", checker);
        ActionCheck.Check(edge.Actions, path, checker);
    }

    private static void Sequence(OrderMessage order, Checker checker)
    {
        var first = order.Nodes[0].SequenceId;
        checker.Require(order.OrderUpdateId > 0 || first == 0, "$.nodes[0].sequenceId", Rule.SequenceStart,
            $"is {first}, must be 0 in a new order");

        for (var i = 0; i < order.Nodes.Count; i++)
        {
            var (id, path) = (order.Nodes[i].SequenceId, $"$.nodes[{i}].sequenceId");
            checker.Require(id % 2 == 0, path, Rule.SequenceParity, $"is {id}, must be even");
            checker.Require(id == first + (2L * i), path, Rule.SequenceConsecutive, $"is {id}, must be {first + (2L * i)}");
        }

        for (var i = 0; i < order.Edges.Count; i++)
        {
            var (id, path) = (order.Edges[i].SequenceId, $"$.edges[{i}].sequenceId");
            checker.Require(id % 2 == 1, path, Rule.SequenceParity, $"is {id}, must be odd");
            checker.Require(id == first + (2L * i) + 1, path, Rule.SequenceConsecutive, $"is {id}, must be {first + (2L * i) + 1}");
        }
    }

    private static void Release(OrderMessage order, Checker checker)
    {
        checker.Require(order.Nodes[0].Released, "$.nodes[0].released", Rule.FirstNodeReleased, $"is false");

        var open = order.Nodes[0].Released;
        for (var i = 1; i < order.Nodes.Count && i <= order.Edges.Count; i++)
        {
            var (node, edge) = (order.Nodes[i], order.Edges[i - 1]);
            checker.Require(edge.Released == node.Released, $"$.edges[{i - 1}].released", Rule.EdgeRelease,
                $"is {edge.Released} and that of the node behind it {node.Released}");
            checker.Require(open || !(node.Released || edge.Released), $"$.nodes[{i}].released", Rule.BaseBeforeHorizon,
                $"is true behind something that is not released");
            open &= node.Released && edge.Released;
        }
    }

    private static void Ids(OrderMessage order, Checker checker)
    {
        ActionCheck.Unique(order, checker);

        var places = new Dictionary<string, NodePosition>(StringComparer.Ordinal);
        for (var i = 0; i < order.Nodes.Count; i++)
        {
            var node = order.Nodes[i];
            if (node.NodePosition is { } position && !places.TryAdd(node.NodeId, position) && !SamePlace(places[node.NodeId], position))
                checker.Add($"$.nodes[{i}].nodeId", Rule.IdReused, $"'{node.NodeId}' stands for another place before");
        }

        var ends = new Dictionary<string, (string Start, string End)>(StringComparer.Ordinal);
        for (var i = 0; i < order.Edges.Count && i + 1 < order.Nodes.Count; i++)
        {
            var edge = order.Edges[i];
            var between = (Start: order.Nodes[i].NodeId, End: order.Nodes[i + 1].NodeId);
            checker.Require(ends.TryAdd(edge.EdgeId, between) || ends[edge.EdgeId] == between, $"$.edges[{i}].edgeId", Rule.IdReused,
                $"'{edge.EdgeId}' stands for another edge before");
            checker.Require((edge.StartNodeId ?? between.Start) == between.Start, $"$.edges[{i}].startNodeId", Rule.EdgeNodes,
                $"is '{edge.StartNodeId}', the node before is '{between.Start}'");
            checker.Require((edge.EndNodeId ?? between.End) == between.End, $"$.edges[{i}].endNodeId", Rule.EdgeNodes,
                $"is '{edge.EndNodeId}', the node behind is '{between.End}'");
        }
    }

    private static bool SamePlace(NodePosition one, NodePosition other) =>
        one.MapId == other.MapId && one.X.Equals(other.X) && one.Y.Equals(other.Y);
}

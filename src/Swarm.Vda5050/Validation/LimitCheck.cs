namespace Swarm.Vda5050;

/// <summary>Lengths of texts and lists against what a vehicle takes (7.10, protocolLimits).</summary>
internal sealed class LimitCheck(ProtocolLimits limits, ProtocolVersion version)
{
    private readonly StringLimits _texts = limits.MaximumStringLengths;
    private readonly ArrayLimits _lists = limits.MaximumArrayLengths;

    public Checker Checker { get; } = new(version);

    public void Message(int bytes)
    {
        if (Limit(_texts.MaximumMessageLength) is { } most)
            Checker.Require(bytes <= most, "$", Rule.MessageLength, $"is {bytes} bytes, the vehicle takes {most}");
    }

    public void Order(OrderMessage order)
    {
        Id(order.OrderId, "$.orderId");
        List(order.Nodes.Count, _lists.OrderNodes, "$.nodes");
        List(order.Edges.Count, _lists.OrderEdges, "$.edges");
        List(order.Nodes.Count(node => node.Released), _lists.NodeStates, "$.nodes");
        List(order.Edges.Count(edge => edge.Released), _lists.EdgeStates, "$.edges");
        for (var i = 0; i < order.Nodes.Count; i++)
        {
            var (node, path) = (order.Nodes[i], $"$.nodes[{i}]");
            Id(node.NodeId, $"{path}.nodeId");
            if (node.NodePosition is { } position)
                Id(position.MapId, $"{path}.nodePosition.mapId");
            Actions(node.Actions, path, _lists.NodeActions);
        }

        for (var i = 0; i < order.Edges.Count; i++)
        {
            var (edge, path) = (order.Edges[i], $"$.edges[{i}]");
            Id(edge.EdgeId, $"{path}.edgeId");
            Actions(edge.Actions, path, _lists.EdgeActions);
            List(edge.Trajectory?.KnotVector?.Count ?? 0, _lists.TrajectoryKnots, $"{path}.trajectory.knotVector");
            List(edge.Trajectory?.ControlPoints.Count ?? 0, _lists.TrajectoryControlPoints, $"{path}.trajectory.controlPoints");
        }
    }

    public void Actions(IReadOnlyList<VehicleAction> actions, string owner, uint? most)
    {
        List(actions.Count, most, $"{owner}.actions");
        for (var i = 0; i < actions.Count; i++)
        {
            var path = $"{owner}.actions[{i}]";
            Id(actions[i].ActionId, $"{path}.actionId");
            Name(actions[i].ActionType, $"{path}.actionType");
            List(actions[i].ActionParameters?.Count ?? 0, _lists.ActionParameters, $"{path}.actionParameters");
            for (var p = 0; p < (actions[i].ActionParameters?.Count ?? 0); p++)
                Name(actions[i].ActionParameters![p].Key, $"{path}.actionParameters[{p}].key");
        }
    }

    public void List(int count, uint? most, string path)
    {
        if (Limit(most) is { } limit)
            Checker.Require(count <= limit, path, Rule.ListLength, $"has {count}, the vehicle takes {limit}");
    }

    public void Id(string id, string path)
    {
        Length(id, _texts.MaximumIdLength, path);
        if (_texts.IdNumericalOnly == true)
            Checker.Require(id.All(char.IsAsciiDigit), path, Rule.NumericId, $"is '{id}', the vehicle takes digits only");
    }

    private void Name(string name, string path) => Length(name, _texts.MaximumEnumLength, path);

    private void Length(string text, uint? most, string path)
    {
        if (Limit(most) is { } limit)
            Checker.Require(text.Length <= limit, path, Rule.TextLength, $"has {text.Length} characters, the vehicle takes {limit}");
    }

    private static uint? Limit(uint? most) => most is 0 ? null : most;
}

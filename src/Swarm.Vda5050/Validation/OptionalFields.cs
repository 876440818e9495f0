namespace Swarm.Vda5050;

/// <summary>Optional fields of an order by the full names that factsheets use. Descriptions for people are not among them.</summary>
internal static class OptionalFields
{
    private static readonly (string V3, string V2, Func<Edge, object?> Value)[] OfEdges =
    [
        ("maximumSpeed", "maxSpeed", edge => edge.MaximumSpeed),
        ("maximumMobileRobotHeight", "maxHeight", edge => edge.MaximumMobileRobotHeight),
        ("minimumLoadHandlingDeviceHeight", "minHeight", edge => edge.MinimumLoadHandlingDeviceHeight),
        ("orientation", "orientation", edge => edge.Orientation),
        ("orientationType", "orientationType", edge => edge.OrientationType),
        ("direction", "direction", edge => edge.Direction),
        ("reachOrientationBeforeEntering", "rotationAllowed", edge => edge.ReachOrientationBeforeEntering),
        ("maximumRotationSpeed", "maxRotationSpeed", edge => edge.MaximumRotationSpeed),
        ("trajectory", "trajectory", edge => edge.Trajectory),
        ("length", "length", edge => edge.Length),
        ("corridor", "corridor", edge => edge.Corridor),
    ];

    private static readonly (string Name, Func<Node, object?> Value)[] OfNodes =
    [
        ("nodePosition", node => node.NodePosition),
        ("nodePosition.theta", node => node.NodePosition?.Theta),
        ("nodePosition.allowedDeviationXY", node => node.NodePosition?.AllowedDeviationXY),
        ("nodePosition.allowedDeviationTheta", node => node.NodePosition?.AllowedDeviationTheta),
    ];

    /// <summary>Those that an order uses, each with its first path.</summary>
    public static IEnumerable<(string Name, string Path)> Of(OrderMessage order, ProtocolVersion version)
    {
        if (version == ProtocolVersion.V2 && order.ZoneSetId is not null)
            yield return ("order.zoneSetId", "$.zoneSetId");

        foreach (var (name, value) in OfNodes)
        {
            if (First(order.Nodes, node => value(node) is not null) is var i and >= 0)
                yield return ($"order.nodes.{name}", $"$.nodes[{i}].{name}");
        }

        foreach (var (v3, v2, value) in OfEdges)
        {
            var name = version == ProtocolVersion.V2 ? v2 : v3;
            if (First(order.Edges, edge => value(edge) is not null) is var i and >= 0)
                yield return ($"order.edges.{name}", $"$.edges[{i}].{name}");
        }
    }

    /// <summary>Paths of the nodes or edges that lack a field.</summary>
    public static IEnumerable<string> Missing(OrderMessage order, string parameter, ProtocolVersion version)
    {
        foreach (var (name, value) in OfNodes.Where(field => parameter == $"order.nodes.{field.Name}"))
        {
            for (var i = 0; i < order.Nodes.Count; i++)
            {
                if (value(order.Nodes[i]) is null)
                    yield return $"$.nodes[{i}]";
            }
        }

        foreach (var (_, _, value) in OfEdges.Where(field => parameter == $"order.edges.{(version == ProtocolVersion.V2 ? field.V2 : field.V3)}"))
        {
            for (var i = 0; i < order.Edges.Count; i++)
            {
                if (value(order.Edges[i]) is null)
                    yield return $"$.edges[{i}]";
            }
        }
    }

    private static int First<T>(IReadOnlyList<T> items, Func<T, bool> holds)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (holds(items[i]))
                return i;
        }

        return -1;
    }
}

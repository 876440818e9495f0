namespace Swarm.Vda5050;

/// <summary>What makes an update continue the order before it (6.1.2).</summary>
public static class OrderUpdateCheck
{
    /// <param name="before">The order or update sent last.</param>
    /// <param name="update">What is to be sent.</param>
    public static IReadOnlyList<Violation> Check(OrderMessage before, OrderMessage update, ProtocolVersion version)
    {
        var checker = new Checker(version);
        checker.Require(update.OrderId == before.OrderId, "$.orderId", Rule.SameOrder, $"is '{update.OrderId}', the order is '{before.OrderId}'");
        checker.Require(update.OrderUpdateId > before.OrderUpdateId, "$.orderUpdateId", Rule.UpdateId,
            $"is {update.OrderUpdateId}, must be more than {before.OrderUpdateId}");

        if (before.DecisionNode is { } decision && update.Nodes.Count > 0)
            Stitch(decision, update, checker);

        NewActions(before, update, checker);
        return checker.Violations;
    }

    /// <summary>Whether a node is another one's equal in all that an update must repeat.</summary>
    public static bool SameContent(Node one, Node other) =>
        one.NodeId == other.NodeId && one.SequenceId == other.SequenceId && one.NodePosition == other.NodePosition
        && SameContent(one.Actions, other.Actions);

    internal static bool SameContent(VehicleAction one, VehicleAction other) =>
        one.ActionId == other.ActionId && one.ActionType == other.ActionType && one.BlockingType == other.BlockingType
        && (one.Retriable ?? false) == (other.Retriable ?? false)
        && (one.ActionParameters ?? []).SequenceEqual(other.ActionParameters ?? []);

    private static bool SameContent(IReadOnlyList<VehicleAction> one, IReadOnlyList<VehicleAction> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => SameContent(pair.First, pair.Second));

    private static void Stitch(Node decision, OrderMessage update, Checker checker)
    {
        var first = update.Nodes[0];
        if (first.NodeId != decision.NodeId || first.SequenceId != decision.SequenceId)
        {
            checker.Add("$.nodes[0]", Rule.Stitching,
                $"is '{first.NodeId}' ({first.SequenceId}), must be '{decision.NodeId}' ({decision.SequenceId}), the last of the base");
        }
        else if (!SameContent(first, decision))
        {
            checker.Add("$.nodes[0]", Rule.StitchingContent, $"differs from what was sent of '{first.NodeId}' before");
        }
    }

    /// <summary>An action of the base is not asked for again: only the stitching node repeats its own.</summary>
    private static void NewActions(OrderMessage before, OrderMessage update, Checker checker)
    {
        var known = before.Nodes.Where(node => node.Released).SelectMany(node => node.Actions)
            .Concat(before.Edges.Where(edge => edge.Released).SelectMany(edge => edge.Actions))
            .Select(action => action.ActionId).ToHashSet(StringComparer.Ordinal);
        var added = update.Nodes.Skip(1).SelectMany((node, n) => node.Actions.Select((action, a) => (action, $"$.nodes[{n + 1}].actions[{a}].actionId")))
            .Concat(update.Edges.SelectMany((edge, e) => edge.Actions.Select((action, a) => (action, $"$.edges[{e}].actions[{a}].actionId"))));
        foreach (var (action, path) in added)
            checker.Require(!known.Contains(action.ActionId), path, Rule.ActionIdUnique, $"'{action.ActionId}' is in the base already");
    }
}

namespace Swarm.Vda5050;

/// <summary>Actions of orders and instant actions.</summary>
public static class ActionCheck
{
    public static IReadOnlyList<Violation> Check(InstantActionsMessage message, ProtocolVersion version)
    {
        var checker = new Checker(version);
        Check(message, checker);
        return checker.Violations;
    }

    internal static void Check(InstantActionsMessage message, Checker checker)
    {
        Check(message.Actions, "$", checker);
        var at = 0;
        checker.Unique(message.Actions.Select(action => (action.ActionId, Path: $"$.actions[{at++}].actionId")),
            item => item.ActionId, item => item.Path, Rule.ActionIdUnique);
        for (var i = 0; i < message.Actions.Count && checker.Version == ProtocolVersion.V3; i++)
        {
            var action = message.Actions[i];
            checker.Require(action.BlockingType == BlockingType.None, $"$.actions[{i}].blockingType", Rule.InstantBlocking,
                $"is {action.BlockingType}, must be None");
        }
    }

    internal static void Check(IReadOnlyList<VehicleAction> actions, string owner, Checker checker)
    {
        for (var i = 0; i < actions.Count; i++)
        {
            var path = $"{owner}.actions[{i}]";
            checker.Id(actions[i].ActionId, path, "actionId");
            checker.Id(actions[i].ActionType, path, "actionType");
            var parameters = 0;
            foreach (var parameter in actions[i].ActionParameters ?? [])
                checker.Id(parameter.Key, $"{path}.actionParameters[{parameters++}]", "key");
        }
    }

    internal static void Unique(OrderMessage order, Checker checker) => checker.Unique(
        order.Nodes.SelectMany((node, n) => node.Actions.Select((action, a) => (action.ActionId, Path: $"$.nodes[{n}].actions[{a}].actionId")))
            .Concat(order.Edges.SelectMany((edge, e) =>
                edge.Actions.Select((action, a) => (action.ActionId, Path: $"$.edges[{e}].actions[{a}].actionId")))),
        item => item.ActionId, item => item.Path, Rule.ActionIdUnique);
}

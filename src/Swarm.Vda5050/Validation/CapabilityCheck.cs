namespace Swarm.Vda5050;

/// <summary>
/// Whether a vehicle can take a message, by its factsheet (7.10). Limits of 0 are none. A vehicle that lists no optional field of orders
/// says nothing about them, so that none is found missing then.
/// </summary>
public static class CapabilityCheck
{
    /// <param name="bytes">The length of the message as it is sent.</param>
    public static IReadOnlyList<Violation> Check(OrderMessage order, FactsheetMessage factsheet, ProtocolVersion version, int bytes)
    {
        var limits = new LimitCheck(factsheet.ProtocolLimits, version);
        limits.Message(bytes);
        limits.Order(order);
        Optional(order, factsheet, limits.Checker);
        foreach (var (action, scope, path) in ActionsOf(order))
            ActionFit.Check(action, scope, path, factsheet, limits.Checker);
        return limits.Checker.Violations;
    }

    public static IReadOnlyList<Violation> Check(InstantActionsMessage message, FactsheetMessage factsheet, ProtocolVersion version, int bytes)
    {
        var limits = new LimitCheck(factsheet.ProtocolLimits, version);
        limits.Message(bytes);
        limits.List(message.Actions.Count, factsheet.ProtocolLimits.MaximumArrayLengths.InstantActions, "$.actions");
        limits.Actions(message.Actions, "$", null);
        for (var i = 0; i < message.Actions.Count; i++)
            ActionFit.Check(message.Actions[i], ActionScope.Instant, $"$.actions[{i}]", factsheet, limits.Checker);
        return limits.Checker.Violations;
    }

    public static IReadOnlyList<Violation> Check(ZoneSetMessage message, FactsheetMessage factsheet, int bytes)
    {
        var limits = new LimitCheck(factsheet.ProtocolLimits, ProtocolVersion.V3);
        limits.Message(bytes);
        limits.List(message.ZoneSet.Zones.Count, factsheet.ProtocolLimits.MaximumArrayLengths.Zones, "$.zoneSet.zones");
        limits.Id(message.ZoneSet.ZoneSetId, "$.zoneSet.zoneSetId");
        var supported = factsheet.TypeSpecification.SupportedZones ?? [];
        for (var i = 0; i < message.ZoneSet.Zones.Count; i++)
        {
            var zone = message.ZoneSet.Zones[i];
            limits.Id(zone.ZoneId, $"$.zoneSet.zones[{i}].zoneId");
            limits.Checker.Require(supported.Contains(zone.ZoneType), $"$.zoneSet.zones[{i}].zoneType", Rule.UnsupportedZone,
                $"is {zone.ZoneType}, which the vehicle does not list");
        }

        return limits.Checker.Violations;
    }

    internal static IEnumerable<(VehicleAction Action, ActionScope Scope, string Path)> ActionsOf(OrderMessage order) =>
        order.Nodes.SelectMany((node, n) => node.Actions.Select((action, a) => (action, ActionScope.Node, $"$.nodes[{n}].actions[{a}]")))
            .Concat(order.Edges.SelectMany((edge, e) => edge.Actions.Select((action, a) => (action, ActionScope.Edge, $"$.edges[{e}].actions[{a}]"))));

    private static void Optional(OrderMessage order, FactsheetMessage factsheet, Checker checker)
    {
        var listed = factsheet.ProtocolFeatures.OptionalParameters.Where(item => item.Parameter.StartsWith("order.", StringComparison.Ordinal)).ToArray();
        if (listed.Length == 0)
            return;

        var names = listed.Select(item => item.Parameter).ToHashSet(StringComparer.Ordinal);
        var used = OptionalFields.Of(order, checker.Version).ToArray();
        foreach (var (name, path) in used.Where(field => !names.Contains(field.Name)))
            checker.Add(path, Rule.UnsupportedParameter, $"{name} is not among the optional fields that the vehicle lists");
        foreach (var item in listed.Where(item => item.Support == ParameterSupport.Required))
        {
            foreach (var path in OptionalFields.Missing(order, item.Parameter, checker.Version))
                checker.Add(path, Rule.RequiredParameter, $"lacks {item.Parameter}, which the vehicle needs");
        }
    }
}

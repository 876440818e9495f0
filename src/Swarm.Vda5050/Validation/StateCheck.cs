namespace Swarm.Vda5050;

/// <summary>What makes a state sound (7.8).</summary>
public static class StateCheck
{
    public static IReadOnlyList<Violation> Check(StateMessage state, ProtocolVersion version)
    {
        var checker = new Checker(version);
        Check(state, checker);
        return checker.Violations;
    }

    internal static void Check(StateMessage state, Checker checker)
    {
        PositionCheck.Check(state.MobileRobotPosition, checker);
        Numbers(state, checker);
        Route(state, checker);
        Requests(state, checker);

        var action = 0;
        checker.Unique(state.ActionStates.Select(item => (item.ActionId, Path: $"$.actionStates[{action++}].actionId")),
            item => item.ActionId, item => item.Path, Rule.ActionIdUnique);
        OneEnabled(state.Maps?.Where(map => map.MapStatus == EnabledStatus.Enabled).Select(map => map.MapId), "$.maps", checker);
        OneEnabled(state.ZoneSets?.Where(set => set.ZoneSetStatus == EnabledStatus.Enabled).Select(set => set.MapId), "$.zoneSets", checker);
    }

    private static void Numbers(StateMessage state, Checker checker)
    {
        var power = $"$.{checker.Name("powerSupply")}";
        checker.Within(state.PowerSupply.StateOfCharge, 0, 100, power, "stateOfCharge");
        checker.Within(state.PowerSupply.BatteryHealth, 0, 100, power, "batteryHealth");
        checker.NotNegative(state.PowerSupply.Range, power, "range");
        checker.Number(state.PowerSupply.BatteryVoltage, power, "batteryVoltage");
        checker.Number(state.DistanceSinceLastNode, "$", "distanceSinceLastNode");
        checker.Number(state.Velocity?.Vx, "$.velocity", "vx");
        checker.Number(state.Velocity?.Vy, "$.velocity", "vy");
        checker.Number(state.Velocity?.Omega, "$.velocity", "omega");
        for (var i = 0; i < (state.Loads?.Count ?? 0); i++)
            checker.NotNegative(state.Loads![i].Weight, $"$.loads[{i}]", "weight");
    }

    private static void Route(StateMessage state, Checker checker)
    {
        for (var i = 0; i < state.NodeStates.Count; i++)
        {
            var (node, path) = (state.NodeStates[i], $"$.nodeStates[{i}]");
            checker.Id(node.NodeId, path, "nodeId");
            checker.Require(node.SequenceId % 2 == 0, $"{path}.sequenceId", Rule.SequenceParity, $"is {node.SequenceId}, must be even");
            checker.Require(i == 0 || node.SequenceId > state.NodeStates[i - 1].SequenceId, $"{path}.sequenceId", Rule.SequenceConsecutive,
                $"is {node.SequenceId}, not more than the one before");
            checker.Require(i == 0 || !node.Released || state.NodeStates[i - 1].Released, $"{path}.released", Rule.BaseBeforeHorizon,
                $"is true behind a node that is not released");
        }

        for (var i = 0; i < state.EdgeStates.Count; i++)
        {
            var (edge, path) = (state.EdgeStates[i], $"$.edgeStates[{i}]");
            checker.Id(edge.EdgeId, path, "edgeId");
            checker.Require(edge.SequenceId % 2 == 1, $"{path}.sequenceId", Rule.SequenceParity, $"is {edge.SequenceId}, must be odd");
            checker.Require(i == 0 || edge.SequenceId > state.EdgeStates[i - 1].SequenceId, $"{path}.sequenceId", Rule.SequenceConsecutive,
                $"is {edge.SequenceId}, not more than the one before");
            TrajectoryCheck.Check(edge.Trajectory, $"{path}.trajectory", checker);
        }
    }

    private static void Requests(StateMessage state, Checker checker)
    {
        var zones = (state.ZoneRequests ?? []).Select((request, i) => (request.RequestId, Path: $"$.zoneRequests[{i}]"));
        var edges = (state.EdgeRequests ?? []).Select((request, i) => (request.RequestId, Path: $"$.edgeRequests[{i}]"));
        checker.Unique(zones.Concat(edges), item => item.RequestId, item => $"{item.Path}.requestId", Rule.RequestIdUnique);

        for (var i = 0; i < (state.ZoneRequests?.Count ?? 0); i++)
        {
            checker.Require(state.ZoneRequests![i].RequestType != RequestType.Corridor, $"$.zoneRequests[{i}].requestType", Rule.RequestKind,
                $"is Corridor, must be Access or Replanning");
        }

        for (var i = 0; i < (state.EdgeRequests?.Count ?? 0); i++)
        {
            checker.Require(state.EdgeRequests![i].RequestType == RequestType.Corridor, $"$.edgeRequests[{i}].requestType", Rule.RequestKind,
                $"is {state.EdgeRequests[i].RequestType}, must be Corridor");
        }
    }

    private static void OneEnabled(IEnumerable<string>? maps, string path, Checker checker)
    {
        foreach (var map in (maps ?? []).CountBy(map => map).Where(map => map.Value > 1))
            checker.Add(path, Rule.OneEnabled, $"has {map.Value} enabled of map '{map.Key}'");
    }
}

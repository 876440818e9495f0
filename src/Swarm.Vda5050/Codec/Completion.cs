namespace Swarm.Vda5050;

/// <summary>Fills in what a version requires and the records leave open.</summary>
internal static class Completion
{
    public static T Complete<T>(T message, ProtocolVersion version)
        where T : VdaMessage => (version, (VdaMessage)message) switch
        {
            (ProtocolVersion.V2, OrderMessage order) => (T)(VdaMessage)Complete(order),
            (ProtocolVersion.V2, StateMessage state) => (T)(VdaMessage)MergeActions(state),
            (ProtocolVersion.V3, StateMessage { InstantActionStates: null } state) => (T)(VdaMessage)(state with { InstantActionStates = [] }),
            _ => message,
        };

    private static OrderMessage Complete(OrderMessage order) => order with
    {
        Edges =
        [
            .. order.Edges.Select((edge, i) => edge with
            {
                StartNodeId = edge.StartNodeId ?? order.Nodes.ElementAtOrDefault(i)?.NodeId ?? "",
                EndNodeId = edge.EndNodeId ?? order.Nodes.ElementAtOrDefault(i + 1)?.NodeId ?? "",
                Trajectory = Complete(edge.Trajectory),
            }),
        ],
    };

    /// <summary>2.1 has one list for actions of the order and instant actions (6.9).</summary>
    private static StateMessage MergeActions(StateMessage state) => state with
    {
        ActionStates = state.InstantActionStates is { Count: > 0 } instant ? [.. state.ActionStates, .. instant] : state.ActionStates,
        EdgeStates = state.EdgeStates.Any(edge => edge.Trajectory is not null)
            ? [.. state.EdgeStates.Select(edge => edge with { Trajectory = Complete(edge.Trajectory) })]
            : state.EdgeStates,
    };

    /// <summary>Degree 1 and even knots, which 3.0 takes for granted (7.3).</summary>
    private static Trajectory? Complete(Trajectory? trajectory)
    {
        if (trajectory is null or { Degree: not null, KnotVector: not null })
            return trajectory;

        var degree = trajectory.Degree ?? 1;
        var spans = Math.Max(trajectory.ControlPoints.Count - degree, 1);
        return trajectory with
        {
            Degree = degree,
            KnotVector = trajectory.KnotVector
                ?? [.. Enumerable.Range(-degree, trajectory.ControlPoints.Count + degree + 1).Select(i => Math.Clamp((double)i / spans, 0, 1))],
        };
    }
}

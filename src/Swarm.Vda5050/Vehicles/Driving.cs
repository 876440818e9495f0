namespace Swarm.Vda5050;

/// <summary>Where the vehicle may drive (3.0: 6.1.1, 6.1.2, 6.6.2; 2.1: 6.6.1, 6.6.2, 6.10.2).</summary>
internal static class Driving
{
    /// <summary>The next node, if its edge and itself are released and nothing holds the vehicle.</summary>
    public static DriveGoal? Goal(VehicleTurn turn)
    {
        var state = turn.State;
        if (state.Nodes.IsEmpty || !state.Nodes[0].Released || !state.Edges[0].Released)
            return null;

        var held = !state.Mode.IsControlled
            || state.NextMode is not null
            || state.ClearsOrder
            || state.Paused
            || state.Errors.Exists(error => error.StopsDriving)
            || state.Safety.ActiveEmergencyStop != EmergencyStop.None
            || state.Position is { Localized: false }
            || (state.CancelActionId is not null && !OrderCancellation.DrivesOn(turn))
            || (ActionRunner.BlocksDriving(turn) && state.CancelActionId is null);
        return held ? null : new DriveGoal(state.Nodes[0], state.Edges[0]);
    }

    /// <summary>An edge is entered when the vehicle may drive on it; its actions begin.</summary>
    /// <returns>Whether one was.</returns>
    public static bool EnterEdge(VehicleTurn turn)
    {
        if (turn.State.OnEdge is not null || turn.State.CancelActionId is not null || Goal(turn) is not { Edge: var edge })
            return false;

        turn.State = turn.State with { OnEdge = edge, Queue = turn.State.Queue.AddRange(edge.Actions.Select(action => action.ActionId)) };
        return true;
    }

    public static void Reach(VehicleTurn turn, uint sequenceId)
    {
        var state = turn.State;
        if (state.OnEdge is null || state.Nodes.IsEmpty || state.Nodes[0] is not { Released: true } node || node.SequenceId != sequenceId)
            throw new InvalidOperationException(
                $"Node {sequenceId} is not the one that is driven to, which is {(state.OnEdge is null || state.Nodes.IsEmpty ? "none" : state.Nodes[0].SequenceId)}.");

        ActionRunner.LeaveEdge(turn, state.OnEdge.SequenceId);
        foreach (var request in state.Requests.Where(request => request.Type == RequestType.Corridor && request.SequenceId == state.OnEdge.SequenceId))
            RequestBook.EndOf(turn, request.RequestId);
        state = turn.State;
        turn.State = state with
        {
            LastNodeId = node.NodeId,
            LastNodeSequenceId = node.SequenceId,
            OnEdge = null,
            Nodes = state.Nodes.RemoveAt(0),
            Edges = state.Edges.RemoveAt(0),
            Queue = state.Queue.AddRange(node.Actions.Select(action => action.ActionId).Where(id => turn.Find(id) is { Status: ActionStatus.Waiting })),
        };
    }
}

namespace Swarm.Vda5050;

/// <summary>Starts, pauses and ends actions of the order (3.0: 6.2.2, 6.6.9; 2.1: 6.11, 6.12).</summary>
internal static class ActionRunner
{
    /// <summary>
    /// Starts what may be started, in the sequence of the queue: what blocks others (SINGLE, HARD) when all before it is over, the rest when
    /// nothing before it blocks; what blocks driving (SOFT, HARD) when the vehicle stands.
    /// </summary>
    public static void StartDue(VehicleTurn turn)
    {
        if (turn.State.NextMode is not null || turn.State.ClearsOrder || turn.State.CancelActionId is not null || !turn.State.Mode.IsControlled)
            return;

        var earlier = 0;
        foreach (var id in turn.State.Queue)
        {
            var action = turn.Find(id)!;
            var alone = action.Action.BlockingType is BlockingType.Single or BlockingType.Hard;
            var standing = action.Action.BlockingType is BlockingType.None or BlockingType.Single || !turn.State.Driving;
            var held = turn.State.Paused && CanPause(turn, action);
            if (action.Status == ActionStatus.Waiting)
            {
                if ((alone && earlier > 0) || !standing || held)
                    return;

                turn.Set(action, ActionStatus.Running);
                turn.Do(new VehicleEffect.Start(action.Action));
            }

            if (alone)
                return;
            earlier++;
        }
    }

    public static bool BlocksDriving(VehicleTurn turn) =>
        turn.State.Queue.Exists(id => turn.Find(id)!.Action.BlockingType is BlockingType.Soft or BlockingType.Hard);

    /// <summary>The vehicle says how an action goes.</summary>
    public static void Report(VehicleTurn turn, string actionId, ActionStatus status, string? result)
    {
        // What was cancelled may still send its last word.
        if (turn.Find(actionId) is not { Status.IsEnd: false } action)
            return;

        if (status == ActionStatus.Failed && action.Status == ActionStatus.Running && action.Action.Retriable == true
            && turn.Version == ProtocolVersion.V3 && turn.State.CancelActionId is null && !turn.State.ClearsOrder)
            status = ActionStatus.Retriable;
        if (status == action.Status)
            return;
        if (!action.Status.CanBecome(status))
            throw new InvalidOperationException($"Action '{actionId}' is {action.Status} and cannot become {status}.");

        turn.Set(action, status, result);
    }

    public static void LeaveEdge(VehicleTurn turn, uint sequenceId)
    {
        foreach (var action in turn.State.Actions.Where(action => action.Scope == ActionScope.Edge && action.SequenceId == sequenceId && !action.Status.IsEnd))
        {
            if (action.Status == ActionStatus.Waiting)
            {
                turn.Set(action, ActionStatus.Failed);
                continue;
            }

            turn.Set(action, ActionStatus.Finished);
            turn.Do(new VehicleEffect.Stop(action.Action));
        }
    }

    public static void Pause(VehicleTurn turn)
    {
        foreach (var action in turn.State.Actions.Where(action => action.Status is ActionStatus.Running or ActionStatus.Initializing && CanPause(turn, action)))
        {
            turn.Set(action, ActionStatus.Paused);
            turn.Do(new VehicleEffect.Pause(action.Action));
        }
    }

    public static void Resume(VehicleTurn turn)
    {
        foreach (var action in turn.State.Actions.Where(action => action.Status == ActionStatus.Paused))
        {
            turn.Set(action, ActionStatus.Running);
            turn.Do(new VehicleEffect.Resume(action.Action));
        }
    }

    /// <summary>In 2.1 actions may go on (6.8.1), and its schema has no PAUSED.</summary>
    private static bool CanPause(VehicleTurn turn, TrackedAction action) =>
        turn.Version == ProtocolVersion.V3 && turn.Settings.Factsheet.ProtocolFeatures.Action(action.Action.ActionType)?.PauseAllowed == true;
}

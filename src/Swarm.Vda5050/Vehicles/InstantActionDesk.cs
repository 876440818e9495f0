namespace Swarm.Vda5050;

/// <summary>Takes instant actions (3.0: 6.2.1, 6.2.3; 2.1: 6.8, 6.9). One that was taken before is not done again.</summary>
internal static class InstantActionDesk
{
    /// <summary>A fleet control that never clears the list fills no memory.</summary>
    private const int Most = 500;

    public static void Receive(VehicleTurn turn, InstantActionsMessage message)
    {
        turn.State = turn.State with { StateDue = true };
        foreach (var action in message.Actions)
        {
            if (turn.Find(action.ActionId) is not null)
                continue;

            if (turn.State.InstantActions.Count >= Most)
                turn.ForgetInstantActions();
            if (turn.State.PastInstantActions.Find(past => past.Id == action.ActionId) is { } done)
                turn.State = turn.State with { InstantActions = turn.State.InstantActions.Add(done), PastInstantActions = turn.State.PastInstantActions.Remove(done) };
            else
                Receive(turn, action);
        }
    }

    private static void Receive(VehicleTurn turn, VehicleAction action)
    {
        if (!turn.State.Mode.TakesInstantAction(action.ActionType) || (turn.State.NextMode is { } next && !next.TakesInstantAction(action.ActionType)))
        {
            Refuse(turn, action, $"The mode is {turn.State.NextMode ?? turn.State.Mode}.");
            return;
        }

        switch (action.ActionType)
        {
            case ActionTypes.CancelOrder: OrderCancellation.Begin(turn, action); break;
            case ActionTypes.StartPause: StartPause(turn, action); break;
            case ActionTypes.StopPause: StopPause(turn, action); break;
            case ActionTypes.StateRequest: Done(turn, action); break;
            case ActionTypes.FactsheetRequest:
                Reports.PublishFactsheet(turn);
                Done(turn, action);
                break;
            case ActionTypes.Retry when turn.Version == ProtocolVersion.V3: Retry(turn, action, again: true); break;
            case ActionTypes.SkipRetry when turn.Version == ProtocolVersion.V3: Retry(turn, action, again: false); break;
            case ActionTypes.ClearInstantActions when turn.Version == ProtocolVersion.V3:
                turn.ForgetInstantActions();
                Done(turn, action);
                break;
            case ActionTypes.ClearZoneActions when turn.Version == ProtocolVersion.V3: Done(turn, action); break;
            case ActionTypes.EnableZoneSet or ActionTypes.DeleteZoneSet when turn.Version == ProtocolVersion.V3: ZoneStore.Change(turn, action); break;
            default: Other(turn, action); break;
        }
    }

    public static void Add(VehicleTurn turn, VehicleAction action, ActionStatus status)
    {
        turn.State = turn.State with { InstantActions = turn.State.InstantActions.Add(new TrackedAction(action, ActionScope.Instant, 0, status)) };
        if (status != ActionStatus.Failed)
            turn.End(error => error.End == ErrorEnd.InstantActionAccepted);
    }

    public static void Done(VehicleTurn turn, VehicleAction action) => Add(turn, action, ActionStatus.Finished);

    public static void Refuse(VehicleTurn turn, VehicleAction action, string problem)
    {
        Add(turn, action, ActionStatus.Failed);
        turn.Raise(
            new VehicleError
            {
                ErrorType = turn.Version == ProtocolVersion.V3 ? ErrorTypes.InvalidInstantAction : ErrorTypes.V2.InstantActionError,
                ErrorLevel = ErrorLevel.Warning,
                ErrorReferences = [Reference.To("topic", "instantActions"), Reference.To("actionId", action.ActionId)],
                ErrorDescription = problem,
            },
            ErrorEnd.InstantActionAccepted);
    }

    private static void StartPause(VehicleTurn turn, VehicleAction action)
    {
        Add(turn, action, ActionStatus.Running);
        if (turn.State.PauseActionId is { } earlier && turn.Find(earlier) is { } other)
            turn.Set(other, ActionStatus.Finished);
        turn.State = turn.State with { PauseActionId = action.ActionId };
        Pausing.Set(turn, paused: true);
    }

    private static void StopPause(VehicleTurn turn, VehicleAction action)
    {
        Pausing.Set(turn, paused: false);
        Done(turn, action);
    }

    private static void Retry(VehicleTurn turn, VehicleAction action, bool again)
    {
        var target = action.Text("actionId") is { } id ? turn.State.Actions.Find(item => item.Id == id) : null;
        if (target is not { Status: ActionStatus.Retriable })
        {
            Refuse(turn, action, $"Action '{action.Text("actionId")}' does not wait to be tried again.");
            return;
        }

        turn.Set(target, again ? ActionStatus.Running : ActionStatus.Failed);
        if (again)
            turn.Do(new VehicleEffect.Start(target.Action));
        Done(turn, action);
    }

    private static void Other(VehicleTurn turn, VehicleAction action)
    {
        var checker = new Checker(turn.Version);
        ActionFit.Check(action, ActionScope.Instant, "$", turn.Settings.Factsheet, checker);
        if (checker.Violations.Count > 0 || ActionFit.IsCommon(action.ActionType))
        {
            Refuse(turn, action, checker.Violations.Count > 0 ? checker.Violations[0].Problem : $"'{action.ActionType}' is not of this version.");
            return;
        }

        Add(turn, action, ActionStatus.Running);
        turn.Do(new VehicleEffect.Start(action));
    }
}

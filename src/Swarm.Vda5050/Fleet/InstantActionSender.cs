namespace Swarm.Vda5050;

/// <summary>Sends instant actions until the vehicle shows them (3.0: 6.2.1, Table 11).</summary>
internal static class InstantActionSender
{
    public static void Send(FleetTurn turn, VehicleAction action)
    {
        if (turn.RefuseIfUnreachable())
            return;

        // cancelOrder belongs to an order: FleetInput.Cancel knows which.
        if (action.ActionType == ActionTypes.CancelOrder)
            turn.Refuse(FleetRefusal.Invalid, "An order is cancelled by its own input.");
        else if (!turn.State!.OperatingMode.TakesInstantAction(action.ActionType))
            turn.Refuse(FleetRefusal.Mode, $"In the mode {turn.State.OperatingMode} it takes no {action.ActionType}.");
        else if (turn.Control.Actions.Exists(pending => pending.Action.ActionId == action.ActionId) || turn.State.Action(action.ActionId) is not null)
            turn.Refuse(FleetRefusal.IdUsed, $"Action '{action.ActionId}' was sent before.");
        else if (IsSound(turn, MessageOf(turn, action)))
            Add(turn, action);
    }

    public static void Read(FleetTurn turn, StateMessage? before)
    {
        var state = turn.State!;
        foreach (var pending in turn.Control.Actions)
        {
            var shown = StateSigns.StatusOf(state, pending.Action.ActionId);
            if (shown is { IsEnd: true } || (shown is null && pending.Status is not null))
                turn.Control = turn.Control with { Actions = turn.Control.Actions.Remove(pending) };
            else if (shown is not null && pending.Status != shown)
                turn.Control = turn.Control with { Actions = turn.Control.Actions.Replace(pending, pending with { Status = shown }) };
            if (shown == ActionStatus.Failed && state.Action(pending.Action.ActionId) is null)
                turn.Do(new FleetEffect.ActionChanged(pending.Action.ActionId, ActionStatus.Failed, null));
        }

        foreach (var action in state.ActionStates.Concat(state.InstantActionStates ?? []))
        {
            if (before?.Action(action.ActionId)?.ActionStatus != action.ActionStatus)
                turn.Do(new FleetEffect.ActionChanged(action.ActionId, action.ActionStatus, action.ActionResult));
        }

        if (turn.Control.Version == ProtocolVersion.V3 && turn.Control.Actions.IsEmpty && state.OperatingMode.IsControlled && turn.IsReachable
            && (state.InstantActionStates ?? []).Count(action => action.ActionStatus.IsEnd) >= turn.Settings.ClearInstantActionsAt)
        {
            Add(turn, new VehicleAction
            {
                ActionId = FormattableString.Invariant($"clear-{turn.Control.NextInstantActionsId}"),
                ActionType = ActionTypes.ClearInstantActions,
                BlockingType = BlockingType.None,
            });
        }
    }

    public static void SendDue(FleetTurn turn)
    {
        if (!turn.IsReachable)
            return;

        foreach (var pending in turn.Control.Actions)
        {
            if (pending.Status is not null || pending.NextSendAt > turn.Now || !turn.State!.OperatingMode.TakesInstantAction(pending.Action.ActionType))
                continue;

            if (pending.Copies >= turn.Settings.InstantActionCopies && pending.Action.ActionType != ActionTypes.CancelOrder)
            {
                turn.Control = turn.Control with { Actions = turn.Control.Actions.Remove(pending) };
                turn.Do(new FleetEffect.ActionUnanswered(pending.Action));
                continue;
            }

            turn.Do(new FleetEffect.Publish(turn.Header(MessageOf(turn, pending.Action), turn.Control.NextInstantActionsId)));
            turn.Control = turn.Control with
            {
                NextInstantActionsId = turn.Control.NextInstantActionsId + 1,
                Actions = turn.Control.Actions.Replace(pending, pending with { Copies = pending.Copies + 1, NextSendAt = turn.Next(pending.Copies + 1) }),
            };
        }
    }

    private static void Add(FleetTurn turn, VehicleAction action) =>
        turn.Control = turn.Control with { Actions = turn.Control.Actions.Add(new PendingAction(action, turn.Now)) };

    /// <summary>In 3.0 an instant action blocks nothing (6.2.1).</summary>
    private static InstantActionsMessage MessageOf(FleetTurn turn, VehicleAction action) => new()
    {
        Actions = [turn.Control.Version == ProtocolVersion.V3 ? action with { BlockingType = BlockingType.None } : action],
    };

    private static bool IsSound(FleetTurn turn, InstantActionsMessage message)
    {
        var version = turn.Control.Version;
        if (ActionCheck.Check(message, version) is { Count: > 0 } violations)
        {
            turn.Refuse(FleetRefusal.Invalid, violations[0].ToString(), violations);
            return false;
        }

        if (turn.Control.Factsheet is not { } factsheet)
            return true;

        var bytes = VdaCodec.Of(version).Write(turn.Header(message, uint.MaxValue)).Length;
        if (CapabilityCheck.Check(message, factsheet, version, bytes) is not { Count: > 0 } unfit)
            return true;

        turn.Refuse(FleetRefusal.Unfit, unfit[0].ToString(), unfit);
        return false;
    }
}

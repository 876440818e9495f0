namespace Swarm.Vda5050;

/// <summary>The pause, by instant action or by the button on the vehicle (3.0: 6.2.3).</summary>
internal static class Pausing
{
    public static void Set(VehicleTurn turn, bool paused)
    {
        if (turn.State.Paused == paused)
            return;

        turn.State = turn.State with { Paused = paused };
        if (paused)
        {
            ActionRunner.Pause(turn);
            return;
        }

        ActionRunner.Resume(turn);
        if (turn.State.PauseActionId is { } id && turn.Find(id) is { } action)
            turn.Set(action, ActionStatus.Failed);
        turn.State = turn.State with { PauseActionId = null };
    }

    /// <summary>startPause is done when the vehicle stands.</summary>
    public static void Settle(VehicleTurn turn)
    {
        if (turn.State is not { PauseActionId: { } id, Driving: false } || turn.Find(id) is not { } action)
            return;

        turn.Set(action, ActionStatus.Finished);
        turn.State = turn.State with { PauseActionId = null };
    }
}

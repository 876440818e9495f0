namespace Swarm.Vda5050;

/// <summary>
/// A vehicle's half of the protocol, without motion and without network: given its state, an input and the time, it says the next state and
/// what is to be done. The motion is the caller's: it drives to <see cref="VehicleState.Goal"/>, does the actions that are to be started, and
/// tells what happened.
/// </summary>
/// <remarks>
/// Nothing that comes by a message throws. A caller that tells what cannot be (a node that is not driven to, an action that was not started)
/// gets an <see cref="InvalidOperationException"/>.
/// </remarks>
public sealed class VehicleMachine(VehicleSettings settings)
{
    public VehicleSettings Settings => settings;

    /// <summary>The vehicle before its first message, where it stands.</summary>
    public static VehicleState Begin(string lastNodeId = "", MobileRobotPosition? position = null) =>
        new() { LastNodeId = lastNodeId, Position = position };

    /// <summary>The last will to connect with: it has the header id of the ONLINE that follows.</summary>
    public ConnectionMessage LastWill(VehicleState state, DateTimeOffset now) => (ConnectionMessage)new VehicleTurn(state, settings, now)
        .Header(new ConnectionMessage { ConnectionState = ConnectionState.ConnectionBroken }, state.NextConnectionId);

    /// <summary>The state message as it would be sent now, without a header.</summary>
    public StateMessage Report(VehicleState state) => Reports.State(state, settings);

    public VehicleStep Handle(VehicleState state, VehicleInput input, DateTimeOffset now)
    {
        var turn = new VehicleTurn(state, settings, now);
        Take(turn, input);
        Settle(turn);

        if (Reports.Differ(state, turn.State))
            turn.State = turn.State with { StateDue = true };
        if (input is not VehicleInput.Disconnecting)
            Reports.PublishState(turn);
        if (input is VehicleInput.Tick or VehicleInput.PoseChanged)
            Reports.PublishVisualization(turn);
        return new VehicleStep(turn.State, turn.Effects);
    }

    private static void Take(VehicleTurn turn, VehicleInput input)
    {
        switch (input)
        {
            case VehicleInput.OrderReceived received: OrderIntake.Receive(turn, received.Order); break;
            case VehicleInput.InstantActionsReceived received: InstantActionDesk.Receive(turn, received.Message); break;
            case VehicleInput.ZoneSetReceived received: ZoneStore.Receive(turn, received.Message); break;
            case VehicleInput.ResponsesReceived received: RequestBook.Receive(turn, received.Message); break;
            case VehicleInput.Unreadable broken: OrderIntake.Unreadable(turn, broken.Topic, broken.Violations); break;
            case VehicleInput.Connected:
                Reports.PublishConnection(turn, ConnectionState.Online);
                Reports.PublishFactsheet(turn);
                turn.State = turn.State with { StateDue = true, StateSentAt = null };
                break;
            case VehicleInput.Disconnecting: Reports.PublishConnection(turn, ConnectionState.Offline); break;
            case VehicleInput.NodeReached reached: Driving.Reach(turn, reached.SequenceId); break;
            case VehicleInput.DrivingChanged changed: turn.State = turn.State with { Driving = changed.Driving }; break;
            case VehicleInput.ActionChanged changed: ActionRunner.Report(turn, changed.ActionId, changed.Status, changed.Result); break;
            case VehicleInput.PoseChanged changed: turn.State = turn.State with { Position = changed.Position, Velocity = changed.Velocity }; break;
            case VehicleInput.PowerChanged changed: turn.State = turn.State with { Power = changed.Power }; break;
            case VehicleInput.LoadsChanged changed: turn.State = turn.State with { Loads = [.. changed.Loads] }; break;
            case VehicleInput.SafetyChanged changed: turn.State = turn.State with { Safety = changed.Safety }; break;
            case VehicleInput.MapsChanged changed: turn.State = turn.State with { Maps = [.. changed.Maps] }; break;
            case VehicleInput.ModeChanged changed: Modes.Change(turn, changed); break;
            case VehicleInput.PauseChanged changed: Pausing.Set(turn, changed.Paused); break;
            case VehicleInput.ErrorRaised raised: turn.Raise(raised.Error, ErrorEnd.Caller, owner: raised.Name); break;
            case VehicleInput.ErrorCleared cleared: turn.End(error => error.End == ErrorEnd.Caller && error.Owner == cleared.Name); break;
            case VehicleInput.ZoneWanted wanted: RequestBook.Ask(turn, wanted); break;
            case VehicleInput.CorridorWanted wanted: RequestBook.Ask(turn, wanted); break;
            case VehicleInput.RequestUsed used: RequestBook.Use(turn, used.RequestId); break;
            case VehicleInput.RequestEnded ended: RequestBook.EndOf(turn, ended.RequestId); break;
        }
    }

    /// <summary>What follows by itself. Each part only ever brings the vehicle nearer to rest, so this ends.</summary>
    private static void Settle(VehicleTurn turn)
    {
        turn.End(error => error.Until <= turn.Now);
        RequestBook.Settle(turn);
        Modes.Settle(turn);
        OrderCancellation.Settle(turn);
        Pausing.Settle(turn);
        do
        {
            ActionRunner.StartDue(turn);
        }
        while (Driving.EnterEdge(turn));

        var goal = Driving.Goal(turn);
        if (goal == turn.State.Goal)
            return;

        turn.State = turn.State with { Goal = goal };
        turn.Do(new VehicleEffect.Drive(goal));
    }
}

namespace Swarm.Vda5050;

/// <summary>
/// Fleet control's half of the protocol for one vehicle, without network and without a store: given what is known, an input and the time, it
/// says what is known next and what is to be done. <see cref="FleetSnapshot.Control"/> is to be stored before anything is sent.
/// </summary>
public sealed class FleetMachine(FleetSettings? settings = null)
{
    /// <summary>The longest time without a state, where the factsheet names no other (3.0: 6.6).</summary>
    private const double StateInterval = 30;

    private readonly FleetSettings _settings = settings ?? new FleetSettings();

    public FleetStep Handle(FleetSnapshot snapshot, FleetInput input, DateTimeOffset now)
    {
        var turn = new FleetTurn(snapshot, _settings, now);
        Take(turn, input);
        OrderDesk.SendDue(turn);
        InstantActionSender.SendDue(turn);
        ZoneDesk.SendDue(turn);
        GrantDesk.SendDue(turn);
        if (turn.Control != snapshot.Control && turn.State is { } state)
            turn.Control = turn.Control with { Seen = new SeenState(state.HeaderId, state.Timestamp, turn.View.StateAt!.Value) };
        return new FleetStep(new FleetSnapshot(turn.Control, turn.View), turn.Effects);
    }

    /// <summary>Whether what is known of the vehicle is old. That says nothing of its presence.</summary>
    public bool IsStale(FleetSnapshot snapshot, DateTimeOffset now) =>
        snapshot.View.StateAt is not { } at || now - at > StaleAfter(snapshot.Control);

    private TimeSpan StaleAfter(ControlState control)
    {
        var interval = control.Factsheet?.ProtocolLimits.Timing.DefaultStateInterval is { } given and > 0 ? given : StateInterval;
        return TimeSpan.FromSeconds(interval * _settings.StaleAfterIntervals);
    }

    private void Take(FleetTurn turn, FleetInput input)
    {
        switch (input)
        {
            case FleetInput.StateReceived received: Read(turn, received.State); break;
            case FleetInput.ConnectionReceived received: Read(turn, received.Connection); break;
            case FleetInput.FactsheetReceived received: turn.Control = turn.Control with { Factsheet = received.Factsheet }; break;
            case FleetInput.VisualizationReceived { Visualization.MobileRobotPosition: { } position }:
                turn.View = turn.View with { Position = position, PositionAt = turn.Now };
                break;
            case FleetInput.Assign wish: OrderDesk.Assign(turn, wish.Order); break;
            case FleetInput.Update wish: OrderDesk.Update(turn, wish.Order); break;
            case FleetInput.Cancel: OrderDesk.Cancel(turn); break;
            case FleetInput.Instant wish: InstantActionSender.Send(turn, wish.Action); break;
            case FleetInput.SendZoneSet wish: ZoneDesk.Send(turn, wish.ZoneSet); break;
            case FleetInput.Answer wish: GrantDesk.Answer(turn, wish); break;
            case FleetInput.Release wish: GrantDesk.Release(turn, wish.RequestId); break;
        }
    }

    /// <summary>Any header id is taken: a last will has that of an earlier time (6.5).</summary>
    private static void Read(FleetTurn turn, ConnectionMessage connection)
    {
        var presence = connection.ConnectionState switch
        {
            ConnectionState.Online => Presence.Online,
            ConnectionState.Offline => Presence.Offline,
            ConnectionState.Hibernating => Presence.Hibernating,
            _ => Presence.Broken,
        };
        if (presence == Presence.Online)
            turn.View = turn.View with { TakesAnyState = true };
        if (presence == turn.Control.Presence)
            return;

        turn.Control = turn.Control with { Presence = presence };
        turn.Do(new FleetEffect.PresenceChanged(presence));
    }

    /// <summary>
    /// States that come late are dropped. A lower number with a later time is a vehicle that began anew; after a new connection, or when
    /// nothing was heard for long, any number is taken, so that nobody goes deaf to a vehicle whose clock went back.
    /// </summary>
    private void Read(FleetTurn turn, StateMessage state)
    {
        var before = turn.State;
        var seen = before is null ? turn.Control.Seen : new SeenState(before.HeaderId, before.Timestamp, turn.View.StateAt!.Value);
        var restarted = seen is not null && state.HeaderId < seen.HeaderId && state.Timestamp > seen.Timestamp;
        if (seen is not null && state.HeaderId <= seen.HeaderId && !restarted && !turn.View.TakesAnyState
            && turn.Now - seen.ReceivedAt <= StaleAfter(turn.Control))
            return;

        turn.View = turn.View with
        {
            State = state,
            StateAt = turn.Now,
            TakesAnyState = false,
            Position = state.MobileRobotPosition ?? turn.View.Position,
            PositionAt = state.MobileRobotPosition is null ? turn.View.PositionAt : turn.Now,
        };
        OrderWatch.Read(turn, before, restarted);
        InstantActionSender.Read(turn, before);
        ZoneDesk.Read(turn);
        GrantDesk.Read(turn, before);
    }
}

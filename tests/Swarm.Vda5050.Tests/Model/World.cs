namespace Swarm.Vda5050.Tests;

/// <summary>
/// Fleet control and a vehicle with a bad network between them. Some messages go as JSON, so that what arrives is what a real peer would read. After
/// each step it is checked that the vehicle drives nothing that was not released, begins no order and no action twice, and that header ids
/// rise.
/// </summary>
internal sealed class World
{
    private readonly ProtocolVersion _version;
    private readonly VdaCodec _codec;
    private readonly FleetMachine _fleetMachine = new();
    private readonly VehicleMachine _vehicleMachine;
    private readonly List<VdaMessage> _down = [];
    private readonly List<VdaMessage> _up = [];
    private readonly Dictionary<Type, long> _lastHeader = [];
    private readonly HashSet<(string OrderId, uint SequenceId)> _released = [];
    private readonly Dictionary<(string OrderId, uint UpdateId), OrderMessage> _sent = [];
    private readonly HashSet<string> _begun = [];
    private readonly Dictionary<string, int> _starts = [];
    private readonly Wishes _wishes = new();
    private int _retries;
    private int _requests;
    private int _wired;

    public World(ProtocolVersion version, bool stopsBetweenNodes)
    {
        _version = version;
        _codec = VdaCodec.Of(version);
        _vehicleMachine = new VehicleMachine(new VehicleSettings
        {
            Version = version,
            Manufacturer = "acme",
            SerialNumber = "wagon-1",
            Factsheet = FactsheetSamples.Plain with
            {
                ProtocolFeatures = FactsheetSamples.Plain.ProtocolFeatures with { OptionalParameters = [] },
            },
            StopsBetweenNodes = stopsBetweenNodes,
        });
        Vehicle = VehicleMachine.Begin("n0");
        Fleet = FleetSnapshot.Of(ControlState.Of("acme", "wagon-1", version == ProtocolVersion.V2 ? "2.1.0" : "3.0.0"));
        TellVehicle(new VehicleInput.Connected());
        Flush();
        if (version == ProtocolVersion.V3)
            ZoneOn();
    }

    public FleetSnapshot Fleet { get; private set; }

    public VehicleState Vehicle { get; private set; }

    public DateTimeOffset Now { get; private set; } = Samples.Noon;

    /// <summary>How often the history got somewhere, so that a test can tell that it tests something.</summary>
    public Dictionary<OrderPhase, int> Ended { get; } = [];

    /// <summary>How the last order that is over was said to be so.</summary>
    public FleetEffect.OrderEnded? LastEnded { get; private set; }

    /// <summary>Inputs that fleet control has had.</summary>
    public int FleetInputs { get; private set; }

    /// <summary>The input with which fleet control dies: what it led to is stored, and so many of its messages go out.</summary>
    public (int Input, int Messages)? Death { get; init; }

    public void Step(Event what, int choice)
    {
        switch (what)
        {
            case Event.Deliver: Deliver(choice, 0); break;
            case Event.DeliverAny: Deliver(choice, choice / 2); break;
            case Event.Lose: Pick(choice, Lose); break;
            case Event.Double: Pick(choice, (queue, i) => queue.Add(queue[i])); break;
            case Event.Time: After(TimeSpan.FromMilliseconds(100 + (choice % 8000))); break;
            case Event.Assign: TellFleet(new FleetInput.Assign(_wishes.Order(choice, Vehicle.LastNodeId))); break;
            case Event.Extend when Fleet.Control.Order is { } order: TellFleet(new FleetInput.Update(_wishes.Update(choice, order))); break;
            case Event.Cancel: TellFleet(new FleetInput.Cancel()); break;
            case Event.Instant: Instant(choice); break;
            case Event.Drive: Drive(choice); break;
            case Event.Act: Act(choice); break;
            case Event.Mode: TellVehicle(new VehicleInput.ModeChanged(Wishes.Mode(choice))); break;
            case Event.Zone: Zone(choice); break;
            case Event.Cut: Cut(); break;
            case Event.Kill: Kill(); break;
        }
    }

    /// <summary>A good network and a willing vehicle, until nothing happens any more.</summary>
    public void Settle()
    {
        TellVehicle(new VehicleInput.ModeChanged(OperatingMode.Automatic));
        for (var i = 0; i < 200; i++)
        {
            Flush();
            if (i > 3 && IsQuiet)
                return;

            TellVehicle(new VehicleInput.PauseChanged(false));
            foreach (var request in Vehicle.Requests)
                TellVehicle(new VehicleInput.RequestEnded(request.RequestId));
            if (Vehicle.Goal is not null)
            {
                TellVehicle(new VehicleInput.DrivingChanged(true));
                TellVehicle(new VehicleInput.NodeReached(Vehicle.Goal!.Node.SequenceId));
            }

            if (Vehicle.Driving && Vehicle.Goal is null)
                TellVehicle(new VehicleInput.DrivingChanged(false));
            foreach (var action in Vehicle.Actions.Concat(Vehicle.InstantActions).Where(action => action.Status is ActionStatus.Running or ActionStatus.Initializing))
                TellVehicle(new VehicleInput.ActionChanged(action.Id, ActionStatus.Finished));
            foreach (var action in Vehicle.Actions.Where(action => action.Status == ActionStatus.Retriable))
                TellFleet(new FleetInput.Instant(_wishes.Action(ActionTypes.SkipRetry) with { ActionParameters = [ActionParameter.Of("actionId", action.Id)] }));
            if (Fleet.Control.Order is { Phase: OrderPhase.Active, Echoed: true, Sent.HasHorizon: true } order)
                TellFleet(new FleetInput.Update(OrderUpdates.Release(order.Sent, order.LastUpdateId + 1, order.Sent.Nodes[^1].SequenceId)));
            After(TimeSpan.FromSeconds(31));
        }
    }

    /// <summary>Where both sides stand, for who has to find out why they do not agree.</summary>
    public override string ToString() => $"""
        vehicle: {Vehicle.Order?.OrderId} {Vehicle.Order?.OrderUpdateId} at {Vehicle.LastNodeId} ({Vehicle.LastNodeSequenceId}), left [{string.Join(' ', Vehicle.Nodes.Select(node => $"{node.SequenceId}{(node.Released ? "" : "?")}"))}], on {Vehicle.OnEdge?.SequenceId}, goal {Vehicle.Goal?.Node.SequenceId}, {Vehicle.Mode} {Vehicle.NextMode} {(Vehicle.Paused ? "paused" : "")} {(Vehicle.Driving ? "driving" : "")}, cancelled {Vehicle.OrderCancelled} {Vehicle.CancelActionId}
          actions [{string.Join(' ', Vehicle.Actions.Concat(Vehicle.InstantActions).Select(action => $"{action.Id}:{action.Action.ActionType}:{action.Status}"))}], errors [{string.Join(' ', Vehicle.Errors.Select(error => $"{error.Error.ErrorType} {error.Error.ErrorDescription}"))}]
        fleet: {Fleet.Control.Presence} {Fleet.Control.Order?.OrderId} {Fleet.Control.Order?.Sent.OrderUpdateId} {Fleet.Control.Order?.Phase} echoed {Fleet.Control.Order?.Echoed} copies {Fleet.Control.Order?.Copies}, actions [{string.Join(' ', Fleet.Control.Actions.Select(action => $"{action.Action.ActionId}:{action.Action.ActionType}:{action.Status}"))}], grants [{string.Join(' ', Fleet.Control.Grants.Select(grant => $"{grant.RequestId}:{grant.Phase}"))}], sees {Fleet.View.State?.OrderId} {Fleet.View.State?.OperatingMode} {Now - Fleet.View.StateAt}
        """;

    private bool IsQuiet => Vehicle.IsIdle && Fleet.Control is { Order: null or { Phase.IsEnd: true }, Actions.IsEmpty: true, ZoneSets.IsEmpty: true }
        && Fleet.Control.Grants.TrueForAll(grant => !grant.IsHeld || grant.Phase == GrantPhase.Untracked);

    private void Instant(int choice)
    {
        var action = _wishes.Instant(choice);
        if (action.ActionType == ActionTypes.Retry && Vehicle.Actions.Find(item => item.Status == ActionStatus.Retriable) is { } target)
        {
            _retries++;
            action = action with { ActionParameters = [ActionParameter.Of("actionId", target.Id)] };
        }

        TellFleet(new FleetInput.Instant(action));
    }

    private void Drive(int choice)
    {
        if (Vehicle.Goal is { } goal && Vehicle.Driving && choice % 3 > 0)
            TellVehicle(new VehicleInput.NodeReached(goal.Node.SequenceId));
        else
            TellVehicle(new VehicleInput.DrivingChanged(Vehicle.Goal is not null && choice % 5 > 0));
    }

    private void Act(int choice)
    {
        var running = Vehicle.Actions.Concat(Vehicle.InstantActions).Where(action => action.Status == ActionStatus.Running
            && action.Action.ActionType is "beep" or ActionTypes.Pick).ToArray();
        if (running.Length > 0)
        {
            TellVehicle(new VehicleInput.ActionChanged(
                running[choice % running.Length].Id, choice % 4 == 0 ? ActionStatus.Failed : ActionStatus.Finished));
        }
    }

    private void ZoneOn()
    {
        TellFleet(new FleetInput.SendZoneSet(ZoneSamples.Full.ZoneSet with { Zones = [ZoneSamples.Zone(ZoneType.Release) with { ReleaseLossBehavior = ReleaseLossBehavior.Continue }] }));
        Flush();
        TellFleet(new FleetInput.Instant(_wishes.Action(ActionTypes.EnableZoneSet) with { ActionParameters = [ActionParameter.Of("zoneSetId", "zones-1")] }));
        Flush();
    }

    private void Zone(int choice)
    {
        if (_version == ProtocolVersion.V2)
            return;

        var request = Vehicle.Requests.IsEmpty ? null : Vehicle.Requests[0];
        if (request is null && Vehicle.Mode.IsControlled && Vehicle.NextMode is null)
            TellVehicle(new VehicleInput.ZoneWanted($"request-{_requests++}", RequestType.Access, "zones-1", "z-Release"));
        else if (request is { IsGranted: true } && choice % 3 == 0)
            TellVehicle(new VehicleInput.RequestUsed(request.RequestId));
        else if (request is not null && choice % 3 == 1)
            TellVehicle(new VehicleInput.RequestEnded(request.RequestId));

        if (Fleet.View.State?.ZoneRequests is [{ } shown, ..])
            TellFleet(new FleetInput.Answer(shown.RequestId, (GrantType)(choice / 8 % 4), choice / 8 % 4 == 0 && choice / 32 % 2 == 0 ? Now.AddSeconds(5) : null));
    }

    private void After(TimeSpan time)
    {
        Now += time;
        TellFleet(new FleetInput.Tick());
        TellVehicle(new VehicleInput.Tick());
    }

    private void Cut()
    {
        var will = _vehicleMachine.LastWill(Vehicle, Now);
        _down.Clear();
        _up.Clear();
        TellFleet(new FleetInput.ConnectionReceived(will));
        Assert.Equal(Presence.Broken, Fleet.Control.Presence);
        TellVehicle(new VehicleInput.Connected());
    }

    private void Kill() => Fleet = FleetSnapshot.Of(ControlStateJson.Read(ControlStateJson.Write(Fleet.Control)));

    private void Pick(int choice, Action<List<VdaMessage>, int> what)
    {
        var queue = choice % 2 == 0 ? _down : _up;
        if (queue.Count > 0)
            what(queue, choice / 2 % queue.Count);
    }

    /// <summary>Connection messages have QoS 1 and are not lost.</summary>
    private static void Lose(List<VdaMessage> queue, int index)
    {
        if (queue[index] is not ConnectionMessage)
            queue.RemoveAt(index);
    }

    private void Flush()
    {
        while (_down.Count + _up.Count > 0)
        {
            Deliver(0, 0);
            Deliver(1, 0);
        }
    }

    private void Deliver(int choice, int index)
    {
        var queue = choice % 2 == 0 ? _down : _up;
        if (queue.Count == 0)
            return;

        // A broker keeps the order of a birth and the states behind it.
        var birth = queue.FindIndex(item => item is ConnectionMessage);
        var at = birth >= 0 ? birth : index % queue.Count;
        var message = queue[at];
        queue.RemoveAt(at);
        switch (message)
        {
            case OrderMessage order: TellVehicle(new VehicleInput.OrderReceived(Wire(order))); break;
            case InstantActionsMessage actions: TellVehicle(new VehicleInput.InstantActionsReceived(Wire(actions))); break;
            case ZoneSetMessage zones: TellVehicle(new VehicleInput.ZoneSetReceived(Wire(zones))); break;
            case ResponsesMessage responses: TellVehicle(new VehicleInput.ResponsesReceived(Wire(responses))); break;
            case StateMessage state: TellFleet(new FleetInput.StateReceived(Wire(state))); break;
            case ConnectionMessage connection: TellFleet(new FleetInput.ConnectionReceived(Wire(connection))); break;
            case FactsheetMessage factsheet: TellFleet(new FleetInput.FactsheetReceived(Wire(factsheet))); break;
            default: throw new InvalidOperationException($"{message.GetType().Name} is on the way.");
        }
    }

    private T Wire<T>(T message)
        where T : VdaMessage
    {
        // All of them would take most of the test's time.
        if (_wired++ % 8 > 0)
            return message;

        var read = _codec.Read<T>(_codec.Write(message));
        Assert.Empty(read.Violations);
        return read.Message!;
    }

    private void TellFleet(FleetInput input)
    {
        var step = _fleetMachine.Handle(Fleet, input, Now);
        Fleet = step.Snapshot;
        var (dies, messages) = (Death?.Input == FleetInputs++, 0);
        foreach (var effect in step.Effects)
        {
            if (effect is FleetEffect.OrderEnded ended)
                (LastEnded, Ended[ended.Phase]) = (ended, Ended.GetValueOrDefault(ended.Phase) + 1);
            if (effect is FleetEffect.Contradiction)
                Assert.Fail($"{effect}\n{this}");
            if (effect is not FleetEffect.Publish { Message: var message })
                continue;

            if (dies && messages++ == Death!.Value.Messages)
                break;
            Rises(message);
            if (message is OrderMessage order)
                Remember(order);
            _down.Add(message);
        }

        if (dies)
            Kill();
    }

    private void TellVehicle(VehicleInput input)
    {
        var driven = input is VehicleInput.NodeReached ? Vehicle.Goal?.Edge ?? Vehicle.OnEdge : null;
        var step = _vehicleMachine.Handle(Vehicle, input, Now);
        if (driven is not null)
            Assert.Contains((Vehicle.Order!.OrderId, driven.SequenceId), _released);

        Vehicle = step.State;
        if (Vehicle.Goal is { } goal)
        {
            Assert.Contains((Vehicle.Order!.OrderId, goal.Edge.SequenceId), _released);
            Assert.Contains((Vehicle.Order.OrderId, goal.Node.SequenceId), _released);
        }

        foreach (var effect in step.Effects)
        {
            switch (effect)
            {
                case VehicleEffect.OrderTaken { Order: { OrderUpdateId: 0, OrderId: var id } }:
                    Assert.True(_begun.Add(id), $"{id} was begun twice");
                    break;
                case VehicleEffect.Start { Action.ActionId: var id }:
                    _starts[id] = _starts.GetValueOrDefault(id) + 1;
                    Assert.InRange(_starts[id], 1, 1 + _retries);
                    break;
                case VehicleEffect.Publish { Message: var message }:
                    Rises(message);
                    _up.Add(message);
                    break;
            }
        }
    }

    /// <summary>What is sent again under an id says the same, and what was released stays so.</summary>
    private void Remember(OrderMessage order)
    {
        Assert.True(_codec.SameContent(order, _sent.GetValueOrDefault((order.OrderId, order.OrderUpdateId), order)));
        _sent[(order.OrderId, order.OrderUpdateId)] = order;
        foreach (var node in order.Nodes.Where(node => node.Released))
            _released.Add((order.OrderId, node.SequenceId));
        foreach (var edge in order.Edges.Where(edge => edge.Released))
            _released.Add((order.OrderId, edge.SequenceId));
    }

    /// <summary>By one; a death of fleet control may leave a gap, never a repetition.</summary>
    private void Rises(VdaMessage message)
    {
        var last = _lastHeader.GetValueOrDefault(message.GetType(), -1);
        Assert.True(message.HeaderId > last, $"{message.GetType().Name} {message.HeaderId} after {last}");
        _lastHeader[message.GetType()] = message.HeaderId;
    }
}

namespace Swarm.Vda5050.Tests;

/// <summary>Fleet control's machine with its state, a clock, and a vehicle that says what the test wants.</summary>
internal sealed class FleetRig
{
    private readonly FleetMachine _machine;
    private uint _state;

    public FleetRig(ProtocolVersion version = ProtocolVersion.V3, FleetSettings? settings = null, bool online = true, string? versionText = null)
    {
        _machine = new FleetMachine(settings);
        Snapshot = FleetSnapshot.Of(ControlState.Of("acme", "wagon-1", versionText ?? (version == ProtocolVersion.V2 ? "2.1.0" : "3.0.0")));
        if (!online)
            return;

        Connection(ConnectionState.Online);
        State(Idle);
        Effects.Clear();
    }

    public static StateMessage Idle { get; } = StateSamples.Full with
    {
        OrderId = "",
        OrderUpdateId = 0,
        NodeStates = [],
        EdgeStates = [],
        ActionStates = [],
        InstantActionStates = [],
        ZoneRequests = [],
        EdgeRequests = [],
        Errors = [],
        NewBaseRequest = false,
        ZoneSets = [],
    };

    public FleetSnapshot Snapshot { get; private set; }

    public ControlOrder Order => Snapshot.Control.Order!;

    public DateTimeOffset Now { get; private set; } = Samples.Noon;

    public List<FleetEffect> Effects { get; } = [];

    public bool IsStale => _machine.IsStale(Snapshot, Now);

    public IReadOnlyList<FleetEffect> Tell(FleetInput input)
    {
        var step = _machine.Handle(Snapshot, input, Now);
        Snapshot = step.Snapshot;
        Effects.AddRange(step.Effects);
        return step.Effects;
    }

    public IReadOnlyList<FleetEffect> State(StateMessage state, uint? headerId = null)
    {
        Now += TimeSpan.FromMilliseconds(1);
        var id = headerId ?? _state;
        _state = id + 1;
        return Tell(new FleetInput.StateReceived(state with { HeaderId = id, Timestamp = Now }));
    }

    /// <summary>A state that shows an order, with what is left of it behind a node.</summary>
    public IReadOnlyList<FleetEffect> Echo(OrderMessage order, uint passed = 0, params IReadOnlyList<ActionState> actions) => State(Showing(order, passed) with { ActionStates = actions });

    public static StateMessage Showing(OrderMessage order, uint passed) => Idle with
    {
        OrderId = order.OrderId,
        OrderUpdateId = order.OrderUpdateId,
        LastNodeId = $"n{passed}",
        LastNodeSequenceId = 2 * passed,
        NodeStates =
        [
            .. order.Nodes.Where(node => node.SequenceId > 2 * passed)
                .Select(node => new NodeState { NodeId = node.NodeId, SequenceId = node.SequenceId, Released = node.Released }),
        ],
        EdgeStates =
        [
            .. order.Edges.Where(edge => edge.SequenceId > 2 * passed)
                .Select(edge => new EdgeState { EdgeId = edge.EdgeId, SequenceId = edge.SequenceId, Released = edge.Released }),
        ],
    };

    public IReadOnlyList<FleetEffect> Connection(ConnectionState state, uint headerId = 0) =>
        Tell(new FleetInput.ConnectionReceived(new ConnectionMessage { ConnectionState = state, HeaderId = headerId }));

    public IReadOnlyList<FleetEffect> Assign(OrderMessage order) => Tell(new FleetInput.Assign(order));

    public IReadOnlyList<FleetEffect> Update(OrderMessage order) => Tell(new FleetInput.Update(order));

    public IReadOnlyList<FleetEffect> After(double seconds)
    {
        Now += TimeSpan.FromSeconds(seconds);
        return Tell(new FleetInput.Tick());
    }

    public T[] Sent<T>()
        where T : VdaMessage => [.. Effects.OfType<FleetEffect.Publish>().Select(effect => effect.Message).OfType<T>()];

    public VehicleAction SentCancel => Sent<InstantActionsMessage>().SelectMany(message => message.Actions).Last(action => action.ActionType == ActionTypes.CancelOrder);

    public static ActionState Shown(string id, ActionStatus status) => new() { ActionId = id, ActionStatus = status };

    /// <summary>What is stored, read again by a process that has seen nothing yet.</summary>
    public void Restart() => Snapshot = FleetSnapshot.Of(ControlStateJson.Read(ControlStateJson.Write(Snapshot.Control)));

    public static FleetRefusal Refusal(IReadOnlyList<FleetEffect> effects) => Assert.IsType<FleetEffect.Refused>(Assert.Single(effects)).Refusal;

    /// <summary>A vehicle that has an order from node 0 to node 4, released to node 2.</summary>
    public static FleetRig WithOrder(ProtocolVersion version = ProtocolVersion.V3, FleetSettings? settings = null)
    {
        var rig = new FleetRig(version, settings);
        rig.Assign(Line);
        rig.Echo(Line);
        Assert.Equal(OrderPhase.Active, rig.Order.Phase);
        return rig;
    }

    public static OrderMessage Line { get; } = Samples.Line("o", 0, 0, 4, 2);
}

namespace Swarm.Vda5050.Tests;

/// <summary>A vehicle machine with its state and a clock that stands unless it is moved.</summary>
internal sealed class VehicleRig
{
    private readonly VehicleMachine _machine;
    private uint _header;

    public VehicleRig(ProtocolVersion version, Func<VehicleSettings, VehicleSettings>? change = null)
    {
        var settings = new VehicleSettings { Version = version, Manufacturer = "acme", SerialNumber = "wagon-1", Factsheet = FactsheetSamples.Plain };
        _machine = new VehicleMachine(change?.Invoke(settings) ?? settings);
        State = VehicleMachine.Begin("n0");
    }

    public VehicleState State { get; private set; }

    public DateTimeOffset Now { get; private set; } = Samples.Noon;

    public List<VehicleEffect> Effects { get; } = [];

    public StateMessage Report => _machine.Report(State);

    public ConnectionMessage LastWill => _machine.LastWill(State, Now);

    public IReadOnlyList<VehicleEffect> Tell(VehicleInput input)
    {
        var step = _machine.Handle(State, input, Now);
        State = step.State;
        Effects.AddRange(step.Effects);
        return step.Effects;
    }

    public IReadOnlyList<VehicleEffect> Order(OrderMessage order)
    {
        Now += TimeSpan.FromMilliseconds(1);
        return Tell(new VehicleInput.OrderReceived(order with { HeaderId = _header++, Timestamp = Now }));
    }

    public IReadOnlyList<VehicleEffect> Instant(VehicleAction action) =>
        Tell(new VehicleInput.InstantActionsReceived(new InstantActionsMessage { Actions = [action] }));

    public IReadOnlyList<VehicleEffect> Instant(string type, string id = "i", params IReadOnlyList<ActionParameter> parameters) =>
        Instant(new VehicleAction { ActionId = id, ActionType = type, BlockingType = BlockingType.None, ActionParameters = parameters });

    public IReadOnlyList<VehicleEffect> Reach(uint index) => Tell(new VehicleInput.NodeReached(2 * index));

    public IReadOnlyList<VehicleEffect> Drive(bool driving) => Tell(new VehicleInput.DrivingChanged(driving));

    public IReadOnlyList<VehicleEffect> Action(string id, ActionStatus status) => Tell(new VehicleInput.ActionChanged(id, status));

    public IReadOnlyList<VehicleEffect> Mode(OperatingMode mode) => Tell(new VehicleInput.ModeChanged(mode));

    public IReadOnlyList<VehicleEffect> After(TimeSpan time)
    {
        Now += time;
        return Tell(new VehicleInput.Tick());
    }

    public ActionStatus Status(string actionId) => Report.Action(actionId)!.ActionStatus;

    public VehicleError Error(string type) => Assert.Single(Report.Errors, error => error.ErrorType == type);

    public IEnumerable<string> Started => Effects.OfType<VehicleEffect.Start>().Select(effect => effect.Action.ActionId);

    /// <summary>A vehicle that drives from node 0 to node 2, with a horizon to node 4.</summary>
    public static VehicleRig OnTheWay(ProtocolVersion version, Func<VehicleSettings, VehicleSettings>? change = null)
    {
        var rig = new VehicleRig(version, change);
        rig.Order(Samples.Line("o", 0, 0, 4, 2));
        rig.Drive(true);
        return rig;
    }
}

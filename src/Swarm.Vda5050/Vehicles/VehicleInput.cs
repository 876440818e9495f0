namespace Swarm.Vda5050;

/// <summary>What a vehicle's half of the protocol is told: messages, what happened on the vehicle, and time.</summary>
public abstract record VehicleInput
{
    /// <summary>Time has passed. Needed for whatever is sent or ends by time; once in a state interval at least.</summary>
    public sealed record Tick : VehicleInput;

    /// <summary>The connection stands: presence, factsheet and state are sent.</summary>
    public sealed record Connected : VehicleInput;

    /// <summary>The vehicle is about to disconnect in good order.</summary>
    public sealed record Disconnecting : VehicleInput;

    public sealed record OrderReceived(OrderMessage Order) : VehicleInput;

    public sealed record InstantActionsReceived(InstantActionsMessage Message) : VehicleInput;

    /// <summary>3.0.</summary>
    public sealed record ZoneSetReceived(ZoneSetMessage Message) : VehicleInput;

    /// <summary>3.0.</summary>
    public sealed record ResponsesReceived(ResponsesMessage Message) : VehicleInput;

    /// <summary>Something came that the codec could not read at all.</summary>
    /// <param name="Topic">The last level of the topic, such as <c>order</c>.</param>
    public sealed record Unreadable(string Topic, IReadOnlyList<Violation> Violations) : VehicleInput;

    /// <summary>The next node was passed.</summary>
    public sealed record NodeReached(uint SequenceId) : VehicleInput;

    public sealed record DrivingChanged(bool Driving) : VehicleInput;

    /// <summary>An action that was to be started has come this far. A failure becomes RETRIABLE where the order allows to try again (3.0).</summary>
    public sealed record ActionChanged(string ActionId, ActionStatus Status, string? Result = null) : VehicleInput;

    public sealed record PoseChanged(MobileRobotPosition Position, Velocity? Velocity = null) : VehicleInput;

    public sealed record PowerChanged(PowerSupply Power) : VehicleInput;

    public sealed record LoadsChanged(IReadOnlyList<Load> Loads) : VehicleInput;

    public sealed record SafetyChanged(SafetyState Safety) : VehicleInput;

    public sealed record MapsChanged(IReadOnlyList<MapState> Maps) : VehicleInput;

    /// <summary>A person or the vehicle itself changed the mode.</summary>
    /// <param name="LastNodeIsLost">In MANUAL: it was moved to where the last node is no start any more.</param>
    public sealed record ModeChanged(OperatingMode Mode, bool LastNodeIsLost = false) : VehicleInput;

    /// <summary>The button on the vehicle.</summary>
    public sealed record PauseChanged(bool Paused) : VehicleInput;

    /// <summary>Something is wrong with the vehicle. CRITICAL and FATAL stop it.</summary>
    /// <param name="Name">To clear it by.</param>
    public sealed record ErrorRaised(string Name, VehicleError Error) : VehicleInput;

    public sealed record ErrorCleared(string Name) : VehicleInput;

    /// <summary>The vehicle wants into a zone, or to plan anew in one (3.0: 6.4.3).</summary>
    public sealed record ZoneWanted(string RequestId, RequestType Type, string ZoneSetId, string ZoneId, Trajectory? Trajectory = null) : VehicleInput;

    /// <summary>The vehicle wants to leave its trajectory on an edge of its base (3.0: 6.6.10).</summary>
    public sealed record CorridorWanted(string RequestId, uint SequenceId) : VehicleInput;

    /// <summary>The vehicle enters what it was granted.</summary>
    public sealed record RequestUsed(string RequestId) : VehicleInput;

    /// <summary>The vehicle has left it, or wants it no more.</summary>
    public sealed record RequestEnded(string RequestId) : VehicleInput;
}

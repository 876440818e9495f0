using System.Collections.Immutable;

namespace Swarm.Vda5050;

/// <summary>All that a vehicle's half of the protocol knows. Made by <see cref="VehicleMachine"/>, and never changed.</summary>
public sealed record VehicleState
{
    /// <summary>The header id of the next message of each topic.</summary>
    public uint NextStateId { get; init; }

    public uint NextConnectionId { get; init; }

    public uint NextFactsheetId { get; init; }

    public uint NextVisualizationId { get; init; }

    public OperatingMode Mode { get; init; } = OperatingMode.Automatic;

    /// <summary>A mode that is entered as soon as no action of the order is under way (3.0: 6.6.7).</summary>
    public OperatingMode? NextMode { get; init; }

    /// <summary>Whether a mode is clearing the order: it goes on even if the mode is left before no action is under way.</summary>
    public bool ClearsOrder { get; init; }

    public bool Paused { get; init; }

    public bool Driving { get; init; }

    /// <summary>The order or update that was taken last.</summary>
    public OrderMessage? Order { get; init; }

    /// <summary>Whether that order was cancelled, or cleared by a mode: no update is taken any more.</summary>
    public bool OrderCancelled { get; init; }

    /// <summary>The last node of the base: where an update has to begin.</summary>
    public Node? DecisionNode { get; init; }

    public string LastNodeId { get; init; } = "";

    public uint LastNodeSequenceId { get; init; }

    /// <summary>Still to pass, base and horizon.</summary>
    public ImmutableList<Node> Nodes { get; init; } = [];

    public ImmutableList<Edge> Edges { get; init; } = [];

    /// <summary>The edge that was entered; null on a node.</summary>
    public Edge? OnEdge { get; init; }

    /// <summary>Actions of the order.</summary>
    public ImmutableList<TrackedAction> Actions { get; init; } = [];

    /// <summary>Ids of the actions whose place was reached and that are not over, in their sequence (3.0: 6.2.2).</summary>
    public ImmutableList<string> Queue { get; init; } = [];

    public ImmutableList<TrackedAction> InstantActions { get; init; } = [];

    /// <summary>Instant actions that are not shown any more, newest last: a late copy is not done again, but answered again.</summary>
    public ImmutableList<TrackedAction> PastInstantActions { get; init; } = [];

    /// <summary>The cancelOrder that is under way.</summary>
    public string? CancelActionId { get; init; }

    /// <summary>The startPause that waits for the vehicle to stand.</summary>
    public string? PauseActionId { get; init; }

    public ImmutableList<TrackedError> Errors { get; init; } = [];

    public ImmutableList<TrackedRequest> Requests { get; init; } = [];

    public ImmutableList<StoredZoneSet> ZoneSets { get; init; } = [];

    /// <summary>Maps on the vehicle. Empty: it keeps none, and takes orders for any.</summary>
    public ImmutableList<MapState> Maps { get; init; } = [];

    public MobileRobotPosition? Position { get; init; }

    public Velocity? Velocity { get; init; }

    public PowerSupply Power { get; init; } = new() { StateOfCharge = 100, Charging = false };

    public ImmutableList<Load>? Loads { get; init; }

    public SafetyState Safety { get; init; } = new() { ActiveEmergencyStop = EmergencyStop.None, FieldViolation = false };

    /// <summary>Orders taken in the past, newest last: none is begun twice.</summary>
    public ImmutableList<string> PastOrders { get; init; } = [];

    /// <summary>What to drive to now; null: stand.</summary>
    public DriveGoal? Goal { get; init; }

    /// <summary>Whether a state is to be sent as soon as the shortest interval allows.</summary>
    public bool StateDue { get; init; }

    public DateTimeOffset? StateSentAt { get; init; }

    public DateTimeOffset? VisualizationSentAt { get; init; }

    /// <summary>Nothing to drive and no action of the order under way (3.0: 6.6.8).</summary>
    public bool IsIdle => Nodes.IsEmpty && Edges.IsEmpty && Actions.TrueForAll(action => action.Status.IsEnd);
}

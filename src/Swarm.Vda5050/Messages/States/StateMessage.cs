using System.Text.Json.Serialization;

namespace Swarm.Vda5050;

/// <summary>All that a vehicle says of itself (topic <c>state</c>; 3.0: 7.8, 2.1: 6.10.6).</summary>
public sealed record StateMessage : VdaMessage
{
    /// <summary>Since 2.1.</summary>
    public IReadOnlyList<MapState>? Maps { get; init; }

    /// <summary>3.0.</summary>
    public IReadOnlyList<ZoneSetState>? ZoneSets { get; init; }

    /// <summary>The order that it has or had last; empty if none.</summary>
    public required string OrderId { get; init; }

    public required uint OrderUpdateId { get; init; }

    /// <summary>2.1.</summary>
    public string? ZoneSetId { get; init; }

    /// <summary>The node passed last, or stood on; empty if none.</summary>
    public required string LastNodeId { get; init; }

    /// <summary>Means nothing while <see cref="LastNodeId"/> is empty.</summary>
    public required uint LastNodeSequenceId { get; init; }

    /// <summary>What is still to pass, base and horizon.</summary>
    public required IReadOnlyList<NodeState> NodeStates { get; init; }

    public required IReadOnlyList<EdgeState> EdgeStates { get; init; }

    public PlannedPath? PlannedPath { get; init; }

    public IntermediatePath? IntermediatePath { get; init; }

    public MobileRobotPosition? MobileRobotPosition { get; init; }

    public Velocity? Velocity { get; init; }

    /// <summary>Null: cannot be told; empty: unloaded.</summary>
    public IReadOnlyList<Load>? Loads { get; init; }

    public required bool Driving { get; init; }

    public bool? Paused { get; init; }

    /// <summary>The base is running short.</summary>
    public bool? NewBaseRequest { get; init; }

    public IReadOnlyList<ZoneRequest>? ZoneRequests { get; init; }

    public IReadOnlyList<EdgeRequest>? EdgeRequests { get; init; }

    /// <summary>Metres.</summary>
    public double? DistanceSinceLastNode { get; init; }

    /// <summary>Of the order; in 2.1 of instant actions too.</summary>
    public required IReadOnlyList<ActionState> ActionStates { get; init; }

    /// <summary>3.0, where it is required.</summary>
    public IReadOnlyList<ActionState>? InstantActionStates { get; init; }

    public IReadOnlyList<ActionState>? ZoneActionStates { get; init; }

    /// <summary>Named <c>batteryState</c> in 2.1.</summary>
    public required PowerSupply PowerSupply { get; init; }

    public required OperatingMode OperatingMode { get; init; }

    public required IReadOnlyList<VehicleError> Errors { get; init; }

    /// <summary>For people; nothing is to be decided by it.</summary>
    public IReadOnlyList<Information>? Information { get; init; }

    public required SafetyState SafetyState { get; init; }

    /// <summary>
    /// Nothing left to drive and no action of the order under way (3.0: 6.6.8). In 2.1, where instant actions stand among the others, one of
    /// them that runs makes it false too.
    /// </summary>
    [JsonIgnore]
    public bool IsIdle => NodeStates.Count == 0 && EdgeStates.Count == 0 && ActionStates.All(action => action.ActionStatus.IsEnd);

    /// <summary>How an action stands, of the order or instant; null if it is not there.</summary>
    public ActionState? Action(string actionId) =>
        InstantActionStates?.FirstOrDefault(action => action.ActionId == actionId)
        ?? ActionStates.FirstOrDefault(action => action.ActionId == actionId);
}

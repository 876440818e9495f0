using System.Text.Json.Serialization;

namespace Swarm.Vda5050;

/// <summary>Longest lists.</summary>
public sealed record ArrayLimits
{
    [JsonPropertyName("order.nodes")]
    public uint? OrderNodes { get; init; }

    [JsonPropertyName("order.edges")]
    public uint? OrderEdges { get; init; }

    [JsonPropertyName("node.actions")]
    public uint? NodeActions { get; init; }

    [JsonPropertyName("edge.actions")]
    public uint? EdgeActions { get; init; }

    [JsonPropertyName("actions.actionsParameters")]
    public uint? ActionParameters { get; init; }

    [JsonPropertyName("instantActions")]
    public uint? InstantActions { get; init; }

    [JsonPropertyName("trajectory.knotVector")]
    public uint? TrajectoryKnots { get; init; }

    [JsonPropertyName("trajectory.controlPoints")]
    public uint? TrajectoryControlPoints { get; init; }

    [JsonPropertyName("zoneSet.zones")]
    public uint? Zones { get; init; }

    /// <summary>Also the most nodes of a base.</summary>
    [JsonPropertyName("state.nodeStates")]
    public uint? NodeStates { get; init; }

    [JsonPropertyName("state.edgeStates")]
    public uint? EdgeStates { get; init; }

    [JsonPropertyName("state.loads")]
    public uint? Loads { get; init; }

    [JsonPropertyName("state.actionStates")]
    public uint? ActionStates { get; init; }

    [JsonPropertyName("state.instantActionStates")]
    public uint? InstantActionStates { get; init; }

    [JsonPropertyName("state.zoneActionStates")]
    public uint? ZoneActionStates { get; init; }

    [JsonPropertyName("state.errors")]
    public uint? Errors { get; init; }

    [JsonPropertyName("state.information")]
    public uint? Information { get; init; }

    [JsonPropertyName("error.errorReferences")]
    public uint? ErrorReferences { get; init; }

    [JsonPropertyName("information.infoReferences")]
    public uint? InfoReferences { get; init; }
}

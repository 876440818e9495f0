using System.Text.Json.Serialization;

namespace Swarm.Vda5050;

/// <summary>A part of a route to drive, base and horizon (topic <c>order</c>; 3.0: 7.3, 2.1: 6.6.6).</summary>
public sealed record OrderMessage : VdaMessage
{
    public required string OrderId { get; init; }

    /// <summary>0 for a new order, higher with each update.</summary>
    public required uint OrderUpdateId { get; init; }

    /// <summary>For people (3.0).</summary>
    public string? OrderDescription { get; init; }

    /// <summary>The zone set to drive by (2.1).</summary>
    public string? ZoneSetId { get; init; }

    /// <summary>In the sequence of driving; an update begins with the last node of the base before it.</summary>
    public required IReadOnlyList<Node> Nodes { get; init; }

    /// <summary>One fewer than nodes.</summary>
    public required IReadOnlyList<Edge> Edges { get; init; }

    /// <summary>The last released node: where the vehicle stops unless more is released. Null in an order without a base.</summary>
    [JsonIgnore]
    public Node? DecisionNode => Nodes.LastOrDefault(node => node.Released);

    /// <summary>Whether something is still to be released.</summary>
    [JsonIgnore]
    public bool HasHorizon => Nodes.Any(node => !node.Released);
}

namespace Swarm.Vda5050;

/// <summary>The rules that messages are checked by. Clauses are those of 3.0 unless said otherwise.</summary>
public enum Rule
{
    /// <summary>The text is JSON (7.1.4), and no object names a field twice.</summary>
    Json,

    /// <summary>Not larger than is read at all (<see cref="CodecLimits.MaxBytes"/>).</summary>
    Size,

    /// <summary>Not deeper than is read at all (<see cref="CodecLimits.MaxDepth"/>).</summary>
    Depth,

    /// <summary>Required fields are there, and of the right type (the published schemas).</summary>
    Shape,

    /// <summary>An enumeration has one of its names (7.1.3).</summary>
    KnownName,

    /// <summary>A number is finite (7.1.4).</summary>
    Finite,

    /// <summary>A number is within its range.</summary>
    Range,

    /// <summary>An id is not empty.</summary>
    Id,

    /// <summary>The header names the vehicle and the version of the topic (4.2, 7.2).</summary>
    Header,

    /// <summary>An order has a node at least (6.1.1).</summary>
    NodesPresent,

    /// <summary>One edge fewer than nodes (6.1.1).</summary>
    EdgeCount,

    /// <summary>Nodes have even sequence ids, edges odd ones (6.1.1).</summary>
    SequenceParity,

    /// <summary>Sequence ids rise by one from node to edge to node (6.1.1).</summary>
    SequenceConsecutive,

    /// <summary>A new order begins with 0, an update with a node that was there before (6.1.1, 6.1.2).</summary>
    SequenceStart,

    /// <summary>The first node is released (6.1.1).</summary>
    FirstNodeReleased,

    /// <summary>An edge is released only between released nodes, and a node behind the first only with its edge (6.1.1).</summary>
    EdgeRelease,

    /// <summary>Nothing is released behind the first that is not (6.1.1).</summary>
    BaseBeforeHorizon,

    /// <summary>An edge names the nodes before and behind it (2.1: 6.6.6).</summary>
    EdgeNodes,

    /// <summary>An action id is used once (7.3).</summary>
    ActionIdUnique,

    /// <summary>The same node id or edge id does not stand for two different things (7.3).</summary>
    IdReused,

    /// <summary>Knots, control points and degree belong together (7.3).</summary>
    Trajectory,

    /// <summary>An instant action blocks nothing (6.2.1).</summary>
    InstantBlocking,

    /// <summary>An update names the order that it continues (6.1.2).</summary>
    SameOrder,

    /// <summary>An update has a higher update id; a new order has 0 (6.1.2, 7.3).</summary>
    UpdateId,

    /// <summary>An update begins with the last node of the base (6.1.2).</summary>
    Stitching,

    /// <summary>The last node of the base is repeated as it was (6.1.2).</summary>
    StitchingContent,

    /// <summary>The message is not longer than the vehicle takes (7.10, protocolLimits).</summary>
    MessageLength,

    /// <summary>A list is not longer than the vehicle takes (7.10, protocolLimits).</summary>
    ListLength,

    /// <summary>A text is not longer than the vehicle takes (7.10, protocolLimits).</summary>
    TextLength,

    /// <summary>Ids are digits where the vehicle wants that (7.10, protocolLimits).</summary>
    NumericId,

    /// <summary>An optional field is one that the vehicle understands (7.1.1, 7.10).</summary>
    UnsupportedParameter,

    /// <summary>An optional field that the vehicle cannot do without is there (7.10).</summary>
    RequiredParameter,

    /// <summary>The vehicle can do the action, there and so, with these parameters (7.10, mobileRobotActions).</summary>
    UnsupportedAction,

    /// <summary>The vehicle understands this type of zone (7.10, supportedZones).</summary>
    UnsupportedZone,

    /// <summary>At most one version of a map, and one zone set of a map, is enabled (7.8).</summary>
    OneEnabled,

    /// <summary>Request ids are unique (6.9).</summary>
    RequestIdUnique,

    /// <summary>A request is of a type that fits what it is about (7.8).</summary>
    RequestKind,

    /// <summary>Zone ids are unique in their set (7.6).</summary>
    ZoneIdUnique,

    /// <summary>A zone has what its type demands (6.4.1).</summary>
    ZoneFields,

    /// <summary>A zone is a simple polygon, counter-clockwise, of three vertices or more (7.6).</summary>
    ZonePolygon,

    /// <summary>Only a grant has an end (7.5).</summary>
    Lease,
}

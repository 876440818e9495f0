namespace Swarm.Vda5050.Tests;

public sealed class OrderCheckTests
{
    private static readonly OrderMessage Good = Samples.Line("o", 0, 0, 3, 2);

    [Theory]
    [InlineData(ProtocolVersion.V2)]
    [InlineData(ProtocolVersion.V3)]
    public void Check_GoodOrders_FindsNothing(ProtocolVersion version)
    {
        Assert.Empty(OrderCheck.Check(Good, version));
        Assert.Empty(OrderCheck.Check(Samples.FullOrder, version));
        Assert.Empty(OrderCheck.Check(Samples.Line("o", 0, 0, 0, 0), version));
        Assert.Empty(OrderCheck.Check(Samples.Line("o", 1, 2, 5, 4), version));
    }

    [Fact]
    public void Check_NoNodes_IsNamed() => Finds(Good with { Nodes = [], Edges = [] }, ("$.nodes", Rule.NodesPresent));

    [Fact]
    public void Check_EmptyIds_AreNamed() => Finds(
        Good with { OrderId = "", Nodes = [Good.Nodes[0] with { NodeId = "" }, .. Good.Nodes.Skip(1)] },
        ("$.orderId", Rule.Id), ("$.nodes[0].nodeId", Rule.Id));

    [Fact]
    public void Check_EdgeTooMany_IsNamed() =>
        Finds(Good with { Edges = [.. Good.Edges, Samples.Edge(3, false)] }, ("$.edges", Rule.EdgeCount));

    [Fact]
    public void Check_NewOrderThatDoesNotBeginWithZero_IsNamed() =>
        Finds(Samples.Line("o", 0, 1, 2, 2), ("$.nodes[0].sequenceId", Rule.SequenceStart));

    [Fact]
    public void Check_GapInTheSequence_IsNamed() =>
        Finds(Good with { Nodes = [.. Good.Nodes.SkipLast(1), Good.Nodes[^1] with { SequenceId = 8 }] }, ("$.nodes[3].sequenceId", Rule.SequenceConsecutive));

    [Fact]
    public void Check_OddNodeAndEvenEdge_AreNamed()
    {
        Finds(
            Good with { Nodes = [.. Good.Nodes.SkipLast(1), Good.Nodes[^1] with { SequenceId = 7 }] },
            ("$.nodes[3].sequenceId", Rule.SequenceParity), ("$.nodes[3].sequenceId", Rule.SequenceConsecutive));
        Finds(
            Good with { Edges = [Good.Edges[0] with { SequenceId = 2 }, .. Good.Edges.Skip(1)] },
            ("$.edges[0].sequenceId", Rule.SequenceParity), ("$.edges[0].sequenceId", Rule.SequenceConsecutive));
    }

    [Fact]
    public void Check_FirstNodeNotReleased_IsNamed() => Finds(
        Samples.Line("o", 0, 0, 0, 0) with { Nodes = [Samples.Node(0, false)] }, ("$.nodes[0].released", Rule.FirstNodeReleased));

    [Fact]
    public void Check_EdgeReleasedButNotItsNode_IsNamed() => Finds(
        Good with { Edges = [.. Good.Edges.SkipLast(1), Samples.Edge(2, true)] }, ("$.edges[2].released", Rule.EdgeRelease));

    [Fact]
    public void Check_BaseBehindHorizon_IsNamed() => Finds(
        Samples.Line("o", 0, 0, 2, 2) with
        {
            Nodes = [Samples.Node(0, true), Samples.Node(1, false), Samples.Node(2, true)],
            Edges = [Samples.Edge(0, false), Samples.Edge(1, true)],
        },
        ("$.nodes[2].released", Rule.BaseBeforeHorizon));

    [Fact]
    public void Check_EdgeBetweenOtherNodes_IsNamed() => Finds(
        Good with { Edges = [Good.Edges[0] with { StartNodeId = "n9" }, .. Good.Edges.Skip(1)] }, ("$.edges[0].startNodeId", Rule.EdgeNodes));

    [Fact]
    public void Check_ActionIdTwice_IsNamedWhereItComesAgain()
    {
        var order = Good with
        {
            Nodes = [Good.Nodes[0] with { Actions = [Samples.Action("a")] }, .. Good.Nodes.Skip(1)],
            Edges = [Good.Edges[0] with { Actions = [Samples.Action("a")] }, .. Good.Edges.Skip(1)],
        };

        Finds(order, ("$.edges[0].actions[0].actionId", Rule.ActionIdUnique));
    }

    [Fact]
    public void Check_NodeIdWithTwoPlaces_IsNamed()
    {
        Finds(
            Good with { Nodes = [.. Good.Nodes.SkipLast(1), Good.Nodes[^1] with { NodeId = "n0" }] }, ("$.nodes[3].nodeId", Rule.IdReused));
        Assert.Empty(OrderCheck.Check(
            Good with { Nodes = [.. Good.Nodes.SkipLast(1), Good.Nodes[0] with { SequenceId = 6, Released = false }] }, ProtocolVersion.V3));
    }

    [Fact]
    public void Check_EdgeIdBetweenTwoPairs_IsNamed() => Finds(
        Good with { Edges = [Good.Edges[0], Good.Edges[1] with { EdgeId = "e0" }, Good.Edges[2]] }, ("$.edges[1].edgeId", Rule.IdReused));

    [Theory]
    [InlineData(double.NaN, Rule.Finite)]
    [InlineData(double.PositiveInfinity, Rule.Finite)]
    [InlineData(-1, Rule.Range)]
    public void Check_WrongSpeed_IsNamedAsTheVersionHasIt(double speed, Rule rule)
    {
        var order = Good with { Edges = [Good.Edges[0] with { MaximumSpeed = speed }, .. Good.Edges.Skip(1)] };

        Finds(order, ("$.edges[0].maximumSpeed", rule));
        Assert.Equal("$.edges[0].maxSpeed", Assert.Single(OrderCheck.Check(order, ProtocolVersion.V2)).Path);
    }

    [Fact]
    public void Check_Trajectories_KnotsAndPointsBelongTogether()
    {
        ControlPoint[] points = [new() { X = 0, Y = 0 }, new() { X = 1, Y = 0 }];

        Finds(With(new Trajectory { ControlPoints = points[..1] }), ("$.edges[0].trajectory.controlPoints", Rule.Trajectory));
        Finds(With(new Trajectory { ControlPoints = points, Degree = 0 }), ("$.edges[0].trajectory.degree", Rule.Range));
        Finds(With(new Trajectory { ControlPoints = points, KnotVector = [0, 0, 1] }),
            ("$.edges[0].trajectory.knotVector", Rule.Trajectory), ("$.edges[0].trajectory.knotVector", Rule.Trajectory));
        Finds(With(new Trajectory { ControlPoints = points, KnotVector = [0, 0, 1, 2] }),
            ("$.edges[0].trajectory.knotVector[3]", Rule.Range), ("$.edges[0].trajectory.knotVector", Rule.Trajectory));
        Finds(With(new Trajectory { ControlPoints = [points[0], points[1] with { Weight = 0 }] }),
            ("$.edges[0].trajectory.controlPoints[1].weight", Rule.Range));
        Assert.Empty(OrderCheck.Check(With(new Trajectory { ControlPoints = points, KnotVector = [0, 0, 1, 1] }), ProtocolVersion.V3));

        static OrderMessage With(Trajectory trajectory) =>
            Good with { Edges = [Good.Edges[0] with { Trajectory = trajectory }, .. Good.Edges.Skip(1)] };
    }

    private static void Finds(OrderMessage order, params (string Path, Rule Rule)[] expected) =>
        Assert.Equal(expected, OrderCheck.Check(order, ProtocolVersion.V3).Select(violation => (violation.Path, violation.Rule)));
}

namespace Swarm.Vda5050.Tests;

public sealed class OrderDriveTests
{
    public static TheoryData<ProtocolVersion> Versions => [ProtocolVersion.V2, ProtocolVersion.V3];

    [Theory, MemberData(nameof(Versions))]
    public void Order_Taken_IsEchoedAndDriven(ProtocolVersion version)
    {
        var rig = new VehicleRig(version);

        var effects = rig.Order(Samples.Line("o", 0, 0, 4, 2));

        var state = Assert.Single(effects.OfType<VehicleEffect.Publish>().Select(effect => effect.Message).OfType<StateMessage>());
        Assert.Equal(("o", 0u, "n0", 0u), (state.OrderId, state.OrderUpdateId, state.LastNodeId, state.LastNodeSequenceId));
        Assert.Equal(["n1", "n2", "n3", "n4"], state.NodeStates.Select(node => node.NodeId));
        Assert.Equal([true, true, false, false], state.EdgeStates.Select(edge => edge.Released));
        Assert.Equal("n1", Assert.Single(effects.OfType<VehicleEffect.Drive>()).Goal!.Node.NodeId);
    }

    [Theory, MemberData(nameof(Versions))]
    public void Nodes_Reached_StopsAtTheDecisionPointAndAsksForMore(ProtocolVersion version)
    {
        var rig = VehicleRig.OnTheWay(version);

        rig.Reach(1);
        Assert.True(rig.Report.NewBaseRequest);
        rig.Reach(2);

        Assert.Null(rig.State.Goal);
        Assert.Null(Assert.IsType<VehicleEffect.Drive>(rig.Effects.Last(effect => effect is VehicleEffect.Drive)).Goal);
        Assert.Equal(("n2", 4u), (rig.Report.LastNodeId, rig.Report.LastNodeSequenceId));
        Assert.False(rig.State.IsIdle);
        Assert.Throws<InvalidOperationException>(() => rig.Reach(3));
    }

    [Theory, MemberData(nameof(Versions))]
    public void Update_WhileDriving_ReplacesTheHorizon(ProtocolVersion version)
    {
        var rig = VehicleRig.OnTheWay(version);
        var update = Samples.Line("o", 1, 2, 3, 3);

        rig.Order(update with { Nodes = [update.Nodes[0], update.Nodes[1] with { NodeId = "side" }] });

        Assert.Equal(["n1", "n2", "side"], rig.Report.NodeStates.Select(node => node.NodeId));
        Assert.All(rig.Report.NodeStates, node => Assert.True(node.Released));
        Assert.False(rig.Report.NewBaseRequest);
    }

    [Theory, MemberData(nameof(Versions))]
    public void Update_OfTheFinishedOrder_GoesOn(ProtocolVersion version)
    {
        var rig = new VehicleRig(version);
        rig.Order(Samples.Line("o", 0, 0, 1, 1));
        rig.Reach(1);
        Assert.True(rig.State.IsIdle);

        rig.Order(Samples.Line("o", 1, 1, 2, 2));

        Assert.Equal("n2", rig.State.Goal!.Node.NodeId);
    }

    [Theory, MemberData(nameof(Versions))]
    public void Order_SentAgain_ChangesNothingButIsEchoed(ProtocolVersion version)
    {
        var rig = VehicleRig.OnTheWay(version);
        rig.Reach(1);
        var before = rig.State;

        var effects = rig.Order(Samples.Line("o", 0, 0, 4, 2));

        Assert.IsType<StateMessage>(Assert.IsType<VehicleEffect.Publish>(Assert.Single(effects)).Message);
        Assert.Same(before.Nodes, rig.State.Nodes);
        Assert.Empty(rig.Report.Errors);
    }

    [Fact]
    public void Update_DropsHorizonActionsAndKeepsThoseOfTheBase()
    {
        var rig = new VehicleRig(ProtocolVersion.V3);
        var order = Samples.Line("o", 0, 0, 2, 1);
        rig.Order(order with
        {
            Nodes = [order.Nodes[0], Samples.Node(1, true, Samples.Action("base")), Samples.Node(2, false, Samples.Action("horizon"))],
            Edges = [order.Edges[0], Samples.Edge(1, false, Samples.Action("edge"))],
        });
        Assert.Equal(["base", "edge", "horizon"], rig.Report.ActionStates.Select(action => action.ActionId));

        var update = Samples.Line("o", 1, 1, 2, 2);
        rig.Order(update with { Nodes = [Samples.Node(1, true, Samples.Action("base")), Samples.Node(2, true, Samples.Action("new"))] });

        Assert.Equal(["base", "new"], rig.Report.ActionStates.Select(action => action.ActionId));
    }

    [Fact]
    public void Update_WithANodeAtTheSamePlace_RunsItsActionsOnce()
    {
        var rig = new VehicleRig(ProtocolVersion.V3);
        rig.Order(Samples.Line("o", 0, 0, 0, 0) with { Nodes = [Samples.Node(0, true, Samples.Action("first"))] });
        rig.Action("first", ActionStatus.Finished);
        var update = Samples.Line("o", 1, 0, 1, 1);

        rig.Order(update with { Nodes = [Samples.Node(0, true, Samples.Action("first")), Samples.Node(1, true, Samples.Action("second"))] });
        rig.Reach(1);

        Assert.Equal(["first", "second"], rig.Started);
        Assert.Equal(ActionStatus.Finished, rig.Status("first"));
    }

    [Fact]
    public void Drive_ErrorStopOrLostPosition_StandsUntilItIsOver()
    {
        var rig = VehicleRig.OnTheWay(ProtocolVersion.V3);
        var error = StateSamples.Full.Errors[0];

        Holds(new VehicleInput.ErrorRaised("laser", error with { ErrorLevel = ErrorLevel.Critical }), new VehicleInput.ErrorCleared("laser"));
        Holds(
            new VehicleInput.SafetyChanged(new SafetyState { ActiveEmergencyStop = EmergencyStop.Manual, FieldViolation = false }),
            new VehicleInput.SafetyChanged(new SafetyState { ActiveEmergencyStop = EmergencyStop.None, FieldViolation = false }));
        Holds(
            new VehicleInput.PoseChanged(StateSamples.Position with { Localized = false }), new VehicleInput.PoseChanged(StateSamples.Position));
        rig.Tell(new VehicleInput.ErrorRaised("laser", error));
        Assert.NotNull(rig.State.Goal);

        void Holds(VehicleInput begin, VehicleInput end)
        {
            rig.Tell(begin);
            Assert.Null(rig.State.Goal);
            Assert.Equal(4, rig.Report.NodeStates.Count);
            rig.Tell(end);
            Assert.Equal("n1", rig.State.Goal!.Node.NodeId);
        }
    }
}

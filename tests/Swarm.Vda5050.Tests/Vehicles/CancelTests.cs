namespace Swarm.Vda5050.Tests;

public sealed class CancelTests
{
    public static TheoryData<ProtocolVersion> Versions => [ProtocolVersion.V2, ProtocolVersion.V3];

    [Theory, MemberData(nameof(Versions))]
    public void Cancel_BetweenNodes_StopsAndClears(ProtocolVersion version)
    {
        var rig = VehicleRig.OnTheWay(version);

        rig.Instant(ActionTypes.CancelOrder, "c");
        Assert.Null(rig.State.Goal);
        Assert.Equal(ActionStatus.Running, rig.Status("c"));
        rig.Drive(false);

        Assert.Equal(ActionStatus.Finished, rig.Status("c"));
        Assert.True(rig.State.IsIdle);
        Assert.Equal(("o", 0u, "n0"), (rig.Report.OrderId, rig.Report.OrderUpdateId, rig.Report.LastNodeId));
    }

    [Theory, MemberData(nameof(Versions))]
    public void Cancel_OfAVehicleThatStopsOnNodesOnly_DrivesToTheNext(ProtocolVersion version)
    {
        var rig = VehicleRig.OnTheWay(version, settings => settings with { StopsBetweenNodes = false });

        rig.Instant(ActionTypes.CancelOrder, "c");

        Assert.Equal("n1", rig.State.Goal!.Node.NodeId);
        Assert.Equal("n1", Assert.Single(rig.Report.NodeStates).NodeId);
        rig.Reach(1);
        Assert.Null(rig.State.Goal);
        Assert.Equal(ActionStatus.Running, rig.Status("c"));
        rig.Drive(false);
        Assert.Equal(ActionStatus.Finished, rig.Status("c"));
        Assert.Equal("n1", rig.Report.LastNodeId);
    }

    [Fact]
    public void Cancel_ActionsUnderWay_AreStoppedOrWaitedFor()
    {
        var rig = new VehicleRig(ProtocolVersion.V3);
        var order = Samples.Line("o", 0, 0, 1, 1);
        rig.Order(order with
        {
            Nodes =
            [
                Samples.Node(0, true, Samples.Action("beep"), Samples.Action("pick", type: ActionTypes.Pick)),
                Samples.Node(1, true, Samples.Action("later")),
            ],
        });

        var effects = rig.Instant(ActionTypes.CancelOrder, "c");

        Assert.Equal("beep", Assert.Single(effects.OfType<VehicleEffect.Stop>()).Action.ActionId);
        Assert.Equal(ActionStatus.Failed, rig.Status("beep"));
        Assert.Equal(ActionStatus.Failed, rig.Status("later"));
        Assert.Equal(ActionStatus.Running, rig.Status("pick"));
        Assert.Equal(ActionStatus.Running, rig.Status("c"));
        rig.Action("pick", ActionStatus.Finished);
        Assert.Equal(ActionStatus.Finished, rig.Status("pick"));
        Assert.Equal(ActionStatus.Finished, rig.Status("c"));
        Assert.True(rig.State.IsIdle);
    }

    [Theory]
    [InlineData(ProtocolVersion.V2, "noOrderToCancel")]
    [InlineData(ProtocolVersion.V3, "NO_ORDER_TO_CANCEL")]
    public void Cancel_WithoutAnOrder_Fails(ProtocolVersion version, string type)
    {
        var rig = new VehicleRig(version);

        rig.Instant(ActionTypes.CancelOrder, "c");

        Assert.Equal(ActionStatus.Failed, rig.Status("c"));
        Assert.Equal((ErrorLevel.Warning, "c"), (rig.Error(type).ErrorLevel, rig.Error(type).Reference("actionId")));
    }

    [Fact]
    public void Cancel_OfAnotherOrder_FailsIn3AndTheOrderGoesOn()
    {
        var rig = VehicleRig.OnTheWay(ProtocolVersion.V3);

        rig.Instant(ActionTypes.CancelOrder, "c", ActionParameter.Of("orderId", "p"));

        Assert.Equal(ActionStatus.Failed, rig.Status("c"));
        Assert.NotNull(rig.State.Goal);
        rig.Instant(ActionTypes.CancelOrder, "d", ActionParameter.Of("orderId", "o"));
        Assert.Equal(ActionStatus.Running, rig.Status("d"));
    }

    [Fact]
    public void Cancel_SentAgain_IsDoneOnce()
    {
        var rig = VehicleRig.OnTheWay(ProtocolVersion.V3);
        rig.Instant(ActionTypes.CancelOrder, "c");
        rig.Drive(false);

        rig.Instant(ActionTypes.CancelOrder, "c");

        Assert.Equal(ActionStatus.Finished, rig.Status("c"));
        Assert.Empty(rig.Report.Errors);
    }

    [Fact]
    public void Cancel_ThenANewOrder_FromWhereTheVehicleStands()
    {
        var rig = VehicleRig.OnTheWay(ProtocolVersion.V3);
        rig.Tell(new VehicleInput.PoseChanged(StateSamples.Position with { X = 1.5, Y = 0, Theta = 0 }));
        rig.Instant(ActionTypes.CancelOrder, "c");
        rig.Drive(false);

        rig.Order(Samples.Line("p", 0, 0, 1, 1));
        Assert.Equal("o", rig.Report.OrderId);
        rig.Error("START_NODE_OUT_OF_RANGE");

        var order = Samples.Line("q", 0, 0, 1, 1);
        var wide = order.Nodes[0].NodePosition! with { AllowedDeviationXY = AllowedDeviation.Circle(2) };
        rig.Order(order with { Nodes = [order.Nodes[0] with { NodePosition = wide }, order.Nodes[1]] });

        Assert.Equal("n1", rig.State.Goal!.Node.NodeId);
        Assert.Empty(rig.Report.Errors);
    }
}

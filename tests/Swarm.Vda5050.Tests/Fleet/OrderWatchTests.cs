namespace Swarm.Vda5050.Tests;

public sealed class OrderWatchTests
{
    private static readonly OrderMessage Line = FleetRig.Line;

    [Fact]
    public void State_NodesPassed_AreToldOnceAndLeaveTheOpenBase()
    {
        var rig = FleetRig.WithOrder();
        Assert.Equal([2u, 4u], rig.Order.OpenNodes.Select(node => node.SequenceId));

        rig.Echo(Line, passed: 2);
        rig.Echo(Line, passed: 2);

        Assert.Equal(["n0", "n1", "n2"], rig.Effects.OfType<FleetEffect.NodePassed>().Select(effect => effect.NodeId));
        Assert.Empty(rig.Order.OpenNodes);
        Assert.Empty(rig.Order.OpenEdges);
    }

    [Fact]
    public void State_AtTheEndWithItsActionsOver_FinishesTheOrder()
    {
        var rig = new FleetRig();
        var order = Samples.Line("o", 0, 0, 1, 1);
        order = order with { Nodes = [order.Nodes[0], Samples.Node(1, true, Samples.Action("a"), Samples.Action("b"))] };
        rig.Assign(order);

        rig.Echo(order, 1, FleetRig.Shown("a", ActionStatus.Failed), FleetRig.Shown("b", ActionStatus.Running));
        Assert.Equal(OrderPhase.Active, rig.Order.Phase);
        rig.Echo(order, 1, FleetRig.Shown("a", ActionStatus.Failed), FleetRig.Shown("b", ActionStatus.Finished));

        var ended = Assert.Single(rig.Effects.OfType<FleetEffect.OrderEnded>());
        Assert.Equal(("o", OrderPhase.Finished, "a"), (ended.OrderId, ended.Phase, Assert.Single(ended.FailedActions)));
    }

    [Fact]
    public void State_AtTheDecisionPointWithAHorizon_IsNoEnd()
    {
        var rig = FleetRig.WithOrder();

        rig.Echo(Line, passed: 2);

        Assert.Equal(OrderPhase.Active, rig.Order.Phase);
    }

    [Fact]
    public void State_EndOfTheOrderBeforeItsUpdateIsEchoed_WaitsForTheUpdate()
    {
        var rig = new FleetRig();
        var order = Samples.Line("o", 0, 0, 1, 1);
        rig.Assign(order);
        rig.Echo(order);
        rig.Update(Samples.Line("o", 1, 1, 2, 2));

        rig.Echo(order, passed: 1);
        Assert.Equal(OrderPhase.Active, rig.Order.Phase);
        rig.State(FleetRig.Showing(Samples.Line("o", 1, 1, 2, 2), 2));

        Assert.Equal(OrderPhase.Finished, rig.Order.Phase);
    }

    [Theory]
    [InlineData(OperatingMode.Manual)]
    [InlineData(OperatingMode.Automatic)]
    public void State_OrderCleared_IsBrokenOff(OperatingMode mode)
    {
        var rig = FleetRig.WithOrder();

        rig.State(FleetRig.Showing(Line, 1) with { NodeStates = [], EdgeStates = [], OperatingMode = mode });

        Assert.Equal(OrderPhase.BrokenOff, rig.Order.Phase);
    }

    [Fact]
    public void State_ShowsNoOrderAnyMore_IsBrokenOff()
    {
        var rig = FleetRig.WithOrder();

        rig.State(FleetRig.Idle);

        Assert.Equal(OrderPhase.BrokenOff, rig.Order.Phase);
    }

    [Theory]
    [InlineData(ProtocolVersion.V2)]
    [InlineData(ProtocolVersion.V3)]
    public void Rejection_OfANewOrder_EndsIt(ProtocolVersion version)
    {
        foreach (var reason in Enum.GetValues<OrderRejection>())
        {
            var rig = new FleetRig(version);
            rig.Assign(Line);

            rig.State(FleetRig.Idle with { Errors = [Error(RejectionErrors.Of(reason, version).Type, "o", "0")] });

            Assert.Equal(OrderPhase.Rejected, Assert.Single(rig.Effects.OfType<FleetEffect.OrderEnded>()).Phase);
            rig.After(100);
            Assert.Single(rig.Sent<OrderMessage>());
        }
    }

    [Fact]
    public void Rejection_OfAnotherMessage_IsNotOfThisOrder()
    {
        var rig = new FleetRig();
        rig.Assign(Line);

        rig.State(FleetRig.Idle with { Errors = [Error(ErrorTypes.InvalidOrder, "other", "0"), Error("laserDirty", "o", "0")] });

        Assert.Equal(OrderPhase.Sent, rig.Order.Phase);
    }

    [Fact]
    public void Rejection_WithoutReferences_CountsWhenItIsNew()
    {
        var error = Error(ErrorTypes.V2.ValidationError, "o", "0") with { ErrorReferences = null };
        var rig = new FleetRig(ProtocolVersion.V2);
        rig.State(FleetRig.Idle with { Errors = [error] });
        rig.Assign(Line);

        rig.State(FleetRig.Idle with { Errors = [error] });
        Assert.Equal(OrderPhase.Sent, rig.Order.Phase);
        rig.State(FleetRig.Idle);
        rig.State(FleetRig.Idle with { Errors = [error] });

        Assert.Equal(OrderPhase.Rejected, rig.Order.Phase);
    }

    [Fact]
    public void Rejection_OfAnUpdate_LeavesTheOrderAsItWas()
    {
        var rig = FleetRig.WithOrder();
        rig.Update(OrderUpdates.Release(Line, 1, 6));

        rig.State(FleetRig.Showing(Line, 0) with { Errors = [Error(ErrorTypes.InvalidOrder, "o", "1")] });

        Assert.Single(rig.Effects.OfType<FleetEffect.UpdateRejected>());
        Assert.Equal((OrderPhase.Active, 0u, true), (rig.Order.Phase, rig.Order.Sent.OrderUpdateId, rig.Order.Echoed));
        Assert.Equal(FleetRefusal.Invalid, FleetRig.Refusal(rig.Update(OrderUpdates.Release(Line, 1, 6))));
        rig.Update(OrderUpdates.Release(Line, 2, 6));
        Assert.Equal([2u, 4u, 6u], rig.Order.OpenNodes.Select(node => node.SequenceId));
    }

    [Fact]
    public void Rejection_OfAnUpdateThatIsTakenAfterAll_GoesOnWithIt()
    {
        var rig = FleetRig.WithOrder();
        rig.Update(OrderUpdates.Release(Line, 1, 6));
        rig.State(FleetRig.Showing(Line, 0) with { Errors = [Error(ErrorTypes.InvalidOrder, "o", "1")] });
        rig.Update(OrderUpdates.Release(Line, 2, 8));

        rig.State(FleetRig.Showing(Samples.Line("o", 1, 0, 4, 3), 1));
        Assert.Equal((1u, true), (rig.Order.Sent.OrderUpdateId, rig.Order.Echoed));
        Assert.Equal([4u, 6u], rig.Order.OpenNodes.Select(node => node.SequenceId));
        rig.State(FleetRig.Showing(Samples.Line("o", 2, 0, 4, 4), 1));

        Assert.Equal((2u, true), (rig.Order.Sent.OrderUpdateId, rig.Order.Echoed));
        Assert.Empty(rig.Effects.OfType<FleetEffect.Contradiction>());
    }

    [Fact]
    public void Rejection_ButTakenAfterAll_IsCancelled()
    {
        var rig = new FleetRig();
        rig.Assign(Line);
        rig.State(FleetRig.Idle with { Errors = [Error(ErrorTypes.StartNodeOutOfRange, "o", "0")] });

        rig.Echo(Line);

        Assert.Equal(OrderPhase.Cancelling, rig.Order.Phase);
        Assert.Equal("o", rig.SentCancel.Text("orderId"));
    }

    [Fact]
    public void Echo_BeatsARejectionOfACopy()
    {
        var rig = new FleetRig(ProtocolVersion.V2);
        rig.Assign(Line);

        rig.State(FleetRig.Showing(Line, 0) with { Errors = [Error(ErrorTypes.V2.OrderUpdateError, "o", "0")] });

        Assert.Equal(OrderPhase.Active, rig.Order.Phase);
    }

    [Fact]
    public void Contradiction_ANodeThatWasNotReleased_FinishesNothing()
    {
        var rig = FleetRig.WithOrder();

        rig.State(FleetRig.Showing(Line, 4));
        rig.State(FleetRig.Showing(Line, 1) with { LastNodeId = "elsewhere" });
        rig.State(FleetRig.Showing(Line with { OrderUpdateId = 7 }, 1));

        Assert.Equal(3, rig.Effects.OfType<FleetEffect.Contradiction>().Count());
        Assert.Equal(OrderPhase.Active, rig.Order.Phase);
        Assert.Equal([2u, 4u], rig.Order.OpenNodes.Select(node => node.SequenceId));
    }

    [Fact]
    public void Contradiction_AnOrderThatNobodyGave_IsTold()
    {
        var rig = new FleetRig();

        rig.Echo(Line);

        Assert.Single(rig.Effects.OfType<FleetEffect.Contradiction>());
        Assert.Empty(rig.Sent<InstantActionsMessage>());
    }

    [Fact]
    public void Restart_OfTheVehicleBeforeItAnswered_LeavesTheOrderInDoubt()
    {
        var rig = new FleetRig();
        rig.State(FleetRig.Idle, headerId: 50);
        rig.Assign(Line);

        rig.State(FleetRig.Idle, headerId: 0);

        Assert.Equal(OrderPhase.InDoubt, rig.Order.Phase);
        rig.After(100);
        Assert.Single(rig.Sent<OrderMessage>());
        Assert.NotEmpty(rig.Order.OpenNodes);

        rig.Echo(Line, passed: 1);
        Assert.Equal(OrderPhase.Active, rig.Order.Phase);
    }

    [Fact]
    public void Rejection_ButRunToTheEndUnseen_IsFinished()
    {
        var rig = new FleetRig();
        var order = Samples.Line("o", 0, 0, 1, 1);
        rig.Assign(order);
        rig.State(FleetRig.Idle with { Errors = [Error(ErrorTypes.StartNodeOutOfRange, "o", "0")] });

        rig.Echo(order, passed: 1);

        Assert.Equal([OrderPhase.Rejected, OrderPhase.Finished], rig.Effects.OfType<FleetEffect.OrderEnded>().Select(effect => effect.Phase));
    }

    [Fact]
    public void BaseRequest_IsToldOnce()
    {
        var rig = FleetRig.WithOrder();

        rig.State(FleetRig.Showing(Line, 1) with { NewBaseRequest = true });
        rig.State(FleetRig.Showing(Line, 1) with { NewBaseRequest = true });

        Assert.Single(rig.Effects.OfType<FleetEffect.BaseWanted>());
    }

    [Fact]
    public void State_LastNodeOfTheOrderBefore_IsNoProgress()
    {
        var rig = new FleetRig();
        rig.Assign(Line);

        rig.State(FleetRig.Showing(Line, 0) with { LastNodeId = "far", LastNodeSequenceId = 8 });

        Assert.Empty(rig.Effects.OfType<FleetEffect.Contradiction>());
        Assert.Equal(OrderPhase.Active, rig.Order.Phase);
        Assert.Equal(3, rig.Order.OpenNodes.Count);
    }

    private static VehicleError Error(string type, string orderId, string updateId) => new()
    {
        ErrorType = type,
        ErrorLevel = ErrorLevel.Warning,
        ErrorReferences = [Reference.To("orderId", orderId), Reference.To("orderUpdateId", updateId)],
    };
}

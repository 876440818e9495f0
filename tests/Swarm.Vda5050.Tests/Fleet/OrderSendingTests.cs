namespace Swarm.Vda5050.Tests;

public sealed class OrderSendingTests
{
    private static readonly OrderMessage Line = FleetRig.Line;

    [Theory]
    [InlineData(ProtocolVersion.V2)]
    [InlineData(ProtocolVersion.V3)]
    public void Order_UntilItIsEchoed_IsSentAgainWithTheSameContentAndRisingHeaderIds(ProtocolVersion version)
    {
        var rig = new FleetRig(version);
        rig.Assign(Line);
        for (var i = 0; i < 100; i++)
            rig.After(1);
        rig.State(FleetRig.Idle);

        var copies = rig.Sent<OrderMessage>();
        Assert.InRange(copies.Length, 5, 8);
        Assert.Equal(Enumerable.Range(0, copies.Length).Select(i => (uint)i), copies.Select(order => order.HeaderId));
        Assert.All(copies, order => Assert.True(VdaCodec.Of(version).SameContent(copies[0], order)));
        Assert.All(copies, order => Assert.Empty(MessageCheck.Check(order, version)));

        Assert.Equal(new FleetEffect.OrderTaken("o", 0), Assert.Single(rig.Echo(Line).OfType<FleetEffect.OrderTaken>()));
        rig.After(1000);
        Assert.Equal(copies.Length, rig.Sent<OrderMessage>().Length);
    }

    [Fact]
    public void Order_WithinTheShortestInterval_Waits()
    {
        var rig = new FleetRig();
        rig.Tell(new FleetInput.FactsheetReceived(FactsheetSamples.Plain with
        {
            ProtocolLimits = FactsheetSamples.Plain.ProtocolLimits with { Timing = new ProtocolTiming { MinimumOrderInterval = 5, MinimumStateInterval = 0 } },
        }));
        rig.Assign(Line);
        rig.Echo(Line);

        rig.Update(Samples.Line("o", 1, 2, 4, 3));
        Assert.Single(rig.Sent<OrderMessage>());
        rig.After(5);

        Assert.Equal(2, rig.Sent<OrderMessage>().Length);
    }

    [Fact]
    public void Update_FromTheLastBaseNode_IsSentWhenTheOneBeforeIsEchoed()
    {
        var rig = new FleetRig();
        rig.Assign(Line);
        var update = OrderUpdates.Release(Line, 1, 6);

        Assert.Equal(FleetRefusal.NotEchoed, FleetRig.Refusal(rig.Update(update)));
        rig.Echo(Line);
        rig.Update(update);
        Assert.Equal(FleetRefusal.NotEchoed, FleetRig.Refusal(rig.Update(OrderUpdates.Release(Line, 2, 8))));

        Assert.Equal([4u, 6u, 8u], rig.Sent<OrderMessage>()[^1].Nodes.Select(node => node.SequenceId));
        Assert.Equal([true, true, false], rig.Sent<OrderMessage>()[^1].Nodes.Select(node => node.Released));
        rig.Echo(Samples.Line("o", 1, 0, 4, 3), passed: 1);
        Assert.True(rig.Order.Echoed);
    }

    [Theory]
    [InlineData(1u, 2u, Rule.Stitching)]
    [InlineData(3u, 4u, Rule.Stitching)]
    public void Update_FromAnotherNode_IsRefused(uint from, uint to, Rule rule)
    {
        var refused = Assert.IsType<FleetEffect.Refused>(Assert.Single(FleetRig.WithOrder().Update(Samples.Line("o", 1, from, to, to))));

        Assert.Equal(FleetRefusal.Invalid, refused.Refusal);
        Assert.Contains(refused.Violations, violation => violation.Rule == rule);
    }

    [Fact]
    public void Update_WithAnActionThatWasInTheBaseLongAgo_IsRefused()
    {
        var rig = new FleetRig();
        var first = Line with { Nodes = [Samples.Node(0, true, Samples.Action("a")), .. Line.Nodes.Skip(1)] };
        rig.Assign(first);
        rig.Echo(first);
        var second = OrderUpdates.Release(first, 1, 6);
        rig.Update(second);
        rig.Echo(second, passed: 1);

        var third = OrderUpdates.Release(second, 2, 8);
        var refused = rig.Update(third with { Nodes = [.. third.Nodes.SkipLast(1), Samples.Node(4, true, Samples.Action("a"))] });

        Assert.Equal(Rule.ActionIdUnique, Assert.IsType<FleetEffect.Refused>(Assert.Single(refused)).Violations[0].Rule);
    }

    [Fact]
    public void Update_OfAnotherOrder_IsRefused() =>
        Assert.Equal(FleetRefusal.NoOrder, FleetRig.Refusal(FleetRig.WithOrder().Update(Samples.Line("p", 1, 2, 4, 3))));

    [Fact]
    public void Assign_ToABusyVehicle_IsRefused()
    {
        Assert.Equal(FleetRefusal.NotIdle, FleetRig.Refusal(FleetRig.WithOrder().Assign(Samples.Line("p", 0, 0, 1, 1))));

        var rig = new FleetRig();
        rig.Echo(Samples.Line("someone else's", 0, 0, 1, 1));
        Assert.Equal(FleetRefusal.NotIdle, FleetRig.Refusal(rig.Assign(Samples.Line("p", 0, 0, 1, 1))));
    }

    [Fact]
    public void Assign_OfAnIdThatWasUsed_IsRefused()
    {
        var rig = new FleetRig();
        var order = Samples.Line("o", 0, 0, 1, 1);
        rig.Assign(order);
        rig.Echo(order, passed: 1);
        Assert.Equal(OrderPhase.Finished, rig.Order.Phase);
        Assert.Equal(FleetRefusal.IdUsed, FleetRig.Refusal(rig.Assign(order)));

        rig.Assign(order with { OrderId = "p" });
        rig.Echo(order with { OrderId = "p" }, passed: 1);

        Assert.Equal(FleetRefusal.IdUsed, FleetRig.Refusal(rig.Assign(order)));
    }

    [Fact]
    public void Assign_OfABrokenOrder_IsRefusedByRule()
    {
        Assert.Equal(FleetRefusal.Invalid, FleetRig.Refusal(new FleetRig().Assign(Line with { Edges = [] })));
        Assert.Equal(FleetRefusal.Invalid, FleetRig.Refusal(new FleetRig().Assign(Samples.Line("o", 1, 2, 4, 3))));
    }

    [Fact]
    public void Assign_BeyondTheFactsheet_IsRefused()
    {
        var rig = new FleetRig();
        rig.Tell(new FleetInput.FactsheetReceived(FactsheetSamples.Plain with
        {
            ProtocolLimits = FactsheetSamples.Plain.ProtocolLimits with { MaximumArrayLengths = new ArrayLimits { OrderNodes = 4 } },
        }));

        Assert.Equal(FleetRefusal.Unfit, FleetRig.Refusal(rig.Assign(Line)));
        Assert.Equal(FleetRefusal.Unfit, FleetRig.Refusal(rig.Assign(
            Samples.Line("o", 0, 0, 0, 0) with { Nodes = [Samples.Node(0, true, Samples.Action("a", type: "fly"))] })));
    }

    [Theory]
    [InlineData(OperatingMode.Manual)]
    [InlineData(OperatingMode.Startup)]
    [InlineData(OperatingMode.Service)]
    [InlineData(OperatingMode.TeachIn)]
    public void Mode_OutOfControl_TakesNothing(OperatingMode mode)
    {
        var rig = new FleetRig();
        rig.State(FleetRig.Idle with { OperatingMode = mode });

        Assert.Equal(FleetRefusal.Mode, FleetRig.Refusal(rig.Assign(Line)));
        Assert.Equal(FleetRefusal.Mode, FleetRig.Refusal(rig.Tell(new FleetInput.Instant(Samples.Action("a", type: ActionTypes.StateRequest)))));
    }

    [Fact]
    public void Mode_Intervened_TakesOrdersAndCancelOnly()
    {
        var rig = new FleetRig();
        rig.State(FleetRig.Idle with { OperatingMode = OperatingMode.Intervened });

        Assert.Equal(FleetRefusal.Mode, FleetRig.Refusal(rig.Tell(new FleetInput.Instant(Samples.Action("a", type: ActionTypes.StartPause)))));
        rig.Assign(Line);
        rig.State(FleetRig.Showing(Line, 0) with { OperatingMode = OperatingMode.Intervened });
        rig.Tell(new FleetInput.Cancel());

        Assert.Single(rig.Sent<OrderMessage>());
        Assert.Single(rig.Sent<InstantActionsMessage>());
    }

    [Fact]
    public void Mode_LeavesControlWhileAnOrderIsOnItsWay_HoldsTheCopies()
    {
        var rig = new FleetRig();
        rig.Assign(Line);
        rig.State(FleetRig.Idle with { OperatingMode = OperatingMode.Manual });

        rig.After(60);
        Assert.Single(rig.Sent<OrderMessage>());
        rig.State(FleetRig.Idle);

        Assert.Equal(2, rig.Sent<OrderMessage>().Length);
    }

    [Fact]
    public void Error_Fatal_TakesNoOrder()
    {
        var rig = new FleetRig();
        rig.State(FleetRig.Idle with { Errors = [StateSamples.Full.Errors[0] with { ErrorLevel = ErrorLevel.Fatal }] });

        Assert.Equal(FleetRefusal.FatalError, FleetRig.Refusal(rig.Assign(Line)));
    }

    [Theory]
    [InlineData(ConnectionState.Offline)]
    [InlineData(ConnectionState.ConnectionBroken)]
    [InlineData(ConnectionState.Hibernating)]
    public void Connection_NotOnline_TakesNothingAndHoldsCopies(ConnectionState state)
    {
        var rig = new FleetRig();
        rig.Assign(Line);
        rig.Connection(state);

        rig.After(60);
        Assert.Single(rig.Sent<OrderMessage>());
        Assert.Equal(FleetRefusal.NotOnline, FleetRig.Refusal(rig.Update(OrderUpdates.Release(Line, 1, 6))));
        rig.Connection(ConnectionState.Online);
        Assert.Equal(2, rig.Sent<OrderMessage>().Length);
    }

    [Fact]
    public void State_NoneYet_TakesNothing()
    {
        var rig = new FleetRig(online: false);
        Assert.Equal(FleetRefusal.NotOnline, FleetRig.Refusal(rig.Assign(Line)));
        rig.Connection(ConnectionState.Online);
        Assert.Equal(FleetRefusal.NoState, FleetRig.Refusal(rig.Assign(Line)));
    }

    [Theory]
    [InlineData("2.0.0", 0)]
    [InlineData("2.1.0", 1)]
    [InlineData("3.0.0", 1)]
    public void Update_From20_IsStitchedWithoutActionsThatWouldRunAgain(string version, int actions)
    {
        var rig = new FleetRig(versionText: version);
        var order = Line with { Nodes = [.. Line.Nodes.Take(2), Samples.Node(2, true, Samples.Action("a")), .. Line.Nodes.Skip(3)] };
        rig.Assign(order);
        rig.Echo(order);

        rig.Update(OrderUpdates.Release(order, 1, 6));

        Assert.Equal(actions, rig.Sent<OrderMessage>()[^1].Nodes[0].Actions.Count);
        Assert.Single(rig.Order.Sent.Nodes[0].Actions);
    }

    [Fact]
    public void Version20_IsSpokenAs20()
    {
        var control = ControlState.Of("acme", "wagon-0001", "2.0.0");

        Assert.Equal((ProtocolVersion.V2, "2.0.0"), (control.Version, control.VersionText));
        Assert.Throws<ArgumentException>(() => ControlState.Of("acme", "wagon-0001", "1.1.0"));
    }
}

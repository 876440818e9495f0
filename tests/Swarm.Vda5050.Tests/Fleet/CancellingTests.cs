namespace Swarm.Vda5050.Tests;

public sealed class CancellingTests
{
    private static readonly OrderMessage Line = FleetRig.Line;

    [Theory]
    [InlineData(ProtocolVersion.V2)]
    [InlineData(ProtocolVersion.V3)]
    public void Cancel_OfARunningOrder_SendsNothingMoreOfIt(ProtocolVersion version)
    {
        var rig = FleetRig.WithOrder(version);
        rig.Update(OrderUpdates.Release(Line, 1, 6));
        var orders = rig.Sent<OrderMessage>().Length;

        rig.Tell(new FleetInput.Cancel());
        rig.After(60);

        Assert.Equal(orders, rig.Sent<OrderMessage>().Length);
        Assert.Equal(FleetRefusal.NoOrder, FleetRig.Refusal(rig.Update(OrderUpdates.Release(Line, 2, 6))));
        Assert.Equal(version == ProtocolVersion.V3 ? "o" : null, rig.SentCancel.Text("orderId"));
        Assert.Equal(2, rig.Sent<InstantActionsMessage>().Select(message => message.Actions[0].ActionId).Count());
        Assert.Single(rig.Sent<InstantActionsMessage>().Select(message => message.Actions[0].ActionId).Distinct());
    }

    [Fact]
    public void Cancel_Done_IsOverWhenTheVehicleIsIdleAndHasAnswered()
    {
        var rig = FleetRig.WithOrder();
        rig.Tell(new FleetInput.Cancel());
        var id = rig.SentCancel.ActionId;

        rig.State(FleetRig.Showing(Line, 1) with { InstantActionStates = [FleetRig.Shown(id, ActionStatus.Running)] });
        Assert.Equal(OrderPhase.Cancelling, rig.Order.Phase);
        rig.State(FleetRig.Showing(Line, 1) with { NodeStates = [], EdgeStates = [], InstantActionStates = [FleetRig.Shown(id, ActionStatus.Finished)] });

        Assert.Equal(OrderPhase.Cancelled, Assert.Single(rig.Effects.OfType<FleetEffect.OrderEnded>()).Phase);
        Assert.Empty(rig.Snapshot.Control.Actions);
        Assert.Empty(rig.Order.OpenNodes);
    }

    [Fact]
    public void Cancel_ThatCameTooLate_IsFinishedAndHoldsTheNextOrderUntilItIsAnswered()
    {
        var rig = new FleetRig(ProtocolVersion.V2);
        var order = Samples.Line("o", 0, 0, 1, 1);
        rig.Assign(order);
        rig.Echo(order);
        rig.Tell(new FleetInput.Cancel());

        rig.Echo(order, passed: 1);
        Assert.Equal(FleetRefusal.NotIdle, FleetRig.Refusal(rig.Assign(order with { OrderId = "p" })));
        rig.Echo(order, 1, FleetRig.Shown(rig.SentCancel.ActionId, ActionStatus.Failed));

        Assert.Equal(OrderPhase.Finished, rig.Order.Phase);
        rig.Assign(order with { OrderId = "p" });
        Assert.Equal("p", rig.Order.OrderId);
    }

    [Fact]
    public void Cancel_OfWhatWasNeverTaken_IsOverWhenTheVehicleSaysThatThereIsNothing()
    {
        var rig = new FleetRig();
        rig.Assign(Line);
        rig.Tell(new FleetInput.Cancel());

        rig.State(FleetRig.Idle);
        Assert.Equal(OrderPhase.Cancelling, rig.Order.Phase);
        rig.State(FleetRig.Idle with { InstantActionStates = [FleetRig.Shown(rig.SentCancel.ActionId, ActionStatus.Failed)] });
        Assert.Equal(OrderPhase.Cancelled, rig.Order.Phase);

        // The order was on its way all the time.
        rig.Echo(Line);
        Assert.Equal(OrderPhase.Cancelling, rig.Order.Phase);
        Assert.Equal(2, rig.Sent<InstantActionsMessage>().Select(message => message.Actions[0].ActionId).Distinct().Count());
    }

    [Fact]
    public void Cancel_RefusedByAnErrorAlone_IsAnswered()
    {
        var rig = new FleetRig(ProtocolVersion.V2);
        rig.Assign(Line);
        rig.Tell(new FleetInput.Cancel());

        rig.State(FleetRig.Idle with
        {
            Errors =
            [
                new VehicleError
                {
                    ErrorType = ErrorTypes.V2.NoOrderToCancel,
                    ErrorLevel = ErrorLevel.Warning,
                    ErrorReferences = [Reference.To("actionId", rig.SentCancel.ActionId)],
                },
            ],
        });

        Assert.Equal(OrderPhase.Cancelled, rig.Order.Phase);
        Assert.Empty(rig.Snapshot.Control.Actions);
        Assert.Equal(ActionStatus.Failed, rig.Effects.OfType<FleetEffect.ActionChanged>().Last().Status);
    }

    [Fact]
    public void Cancel_BeforeTheFirstCopy_SendsNothing()
    {
        var rig = new FleetRig();
        rig.Tell(new FleetInput.FactsheetReceived(FactsheetSamples.Plain with
        {
            ProtocolLimits = FactsheetSamples.Plain.ProtocolLimits with { Timing = new ProtocolTiming { MinimumOrderInterval = 60, MinimumStateInterval = 0 } },
        }));
        var order = Samples.Line("first", 0, 0, 0, 0);
        rig.Assign(order);
        rig.Echo(order);
        rig.Assign(Line);

        rig.Tell(new FleetInput.Cancel());

        Assert.Equal(OrderPhase.Cancelled, rig.Order.Phase);
        Assert.Empty(rig.Sent<InstantActionsMessage>());
    }

    [Fact]
    public void Cancel_ThatFailsWhileTheOrderRuns_IsTriedAgainAndThenTold()
    {
        var rig = FleetRig.WithOrder(settings: new FleetSettings { CancelAttempts = 3 });
        rig.Tell(new FleetInput.Cancel());
        for (var i = 0; i < 3; i++)
            rig.State(FleetRig.Showing(Line, 0) with { InstantActionStates = [FleetRig.Shown(rig.SentCancel.ActionId, ActionStatus.Failed)] });

        Assert.Equal(3, rig.Sent<InstantActionsMessage>().Select(message => message.Actions[0].ActionId).Distinct().Count());
        Assert.Single(rig.Effects.OfType<FleetEffect.ActionUnanswered>());
        Assert.Equal(OrderPhase.Active, rig.Order.Phase);
    }

    [Fact]
    public void Stray_AnOrderFromThePastThatRuns_IsCancelled()
    {
        var rig = new FleetRig();
        rig.Assign(Line);
        rig.State(FleetRig.Idle with { Errors = [new VehicleError { ErrorType = ErrorTypes.InvalidOrder, ErrorLevel = ErrorLevel.Warning, ErrorReferences = [Reference.To("orderId", "o")] }] });
        rig.Assign(Samples.Line("p", 0, 0, 1, 1));

        rig.Echo(Line);

        Assert.Equal("o", rig.SentCancel.Text("orderId"));
        Assert.Equal(OrderPhase.Sent, rig.Order.Phase);
    }

    [Fact]
    public void Cancel_WithoutAnOrder_IsRefused() => Assert.Equal(FleetRefusal.NoOrder, FleetRig.Refusal(new FleetRig().Tell(new FleetInput.Cancel())));
}

namespace Swarm.Vda5050.Tests;

public sealed class InstantSendingTests
{
    [Theory]
    [InlineData(ProtocolVersion.V2, BlockingType.Hard)]
    [InlineData(ProtocolVersion.V3, BlockingType.None)]
    public void Action_UntilItIsShown_IsSentAgain(ProtocolVersion version, BlockingType blocking)
    {
        var rig = new FleetRig(version);
        rig.Tell(new FleetInput.Instant(Samples.Action("a", BlockingType.Hard, ActionTypes.StartPause) with { BlockingType = blocking }));
        rig.After(5);
        var shown = FleetRig.Idle with { ActionStates = [FleetRig.Shown("a", ActionStatus.Running)] };
        rig.State(version == ProtocolVersion.V2 ? shown : FleetRig.Idle with { InstantActionStates = shown.ActionStates });
        rig.After(60);

        var sent = rig.Sent<InstantActionsMessage>();
        Assert.Equal([0u, 1u], sent.Select(message => message.HeaderId));
        Assert.All(sent, message => Assert.Equal(("a", blocking), (message.Actions[0].ActionId, message.Actions[0].BlockingType)));
        rig.State(FleetRig.Idle with { ActionStates = [FleetRig.Shown("a", ActionStatus.Finished)] });
        Assert.Equal(ActionStatus.Finished, rig.Effects.OfType<FleetEffect.ActionChanged>().Last().Status);
        Assert.Empty(rig.Snapshot.Control.Actions);
    }

    [Fact]
    public void Action_NeverShown_IsGivenUpAndTold()
    {
        var rig = new FleetRig(settings: new FleetSettings { InstantActionCopies = 3 });
        rig.Tell(new FleetInput.Instant(Samples.Action("a", type: ActionTypes.StateRequest)));
        for (var i = 0; i < 10; i++)
            rig.After(60);

        Assert.Equal(3, rig.Sent<InstantActionsMessage>().Length);
        Assert.Equal("a", Assert.Single(rig.Effects.OfType<FleetEffect.ActionUnanswered>()).Action.ActionId);
    }

    [Fact]
    public void Action_TwiceOrUnknownToTheVehicle_IsRefused()
    {
        var rig = new FleetRig();
        rig.Tell(new FleetInput.FactsheetReceived(FactsheetSamples.Plain));
        rig.Tell(new FleetInput.Instant(Samples.Action("a")));

        Assert.Equal(FleetRefusal.IdUsed, FleetRig.Refusal(rig.Tell(new FleetInput.Instant(Samples.Action("a")))));
        Assert.Equal(FleetRefusal.Unfit, FleetRig.Refusal(rig.Tell(new FleetInput.Instant(Samples.Action("b", type: "fly")))));
        Assert.Equal(FleetRefusal.Invalid, FleetRig.Refusal(rig.Tell(new FleetInput.Instant(Samples.Action("c", type: ActionTypes.CancelOrder)))));
    }

    [Fact]
    public void List_ThatGrowsLong_IsCleared()
    {
        var rig = new FleetRig(settings: new FleetSettings { ClearInstantActionsAt = 2 });

        rig.State(FleetRig.Idle with { InstantActionStates = [FleetRig.Shown("a", ActionStatus.Finished), FleetRig.Shown("b", ActionStatus.Failed)] });

        Assert.Equal(ActionTypes.ClearInstantActions, Assert.Single(rig.Sent<InstantActionsMessage>()).Actions[0].ActionType);
    }
}

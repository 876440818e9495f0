namespace Swarm.Vda5050.Tests;

public sealed class InstantActionTests
{
    [Theory]
    [InlineData(ProtocolVersion.V2, "instantActionError")]
    [InlineData(ProtocolVersion.V3, "INVALID_INSTANT_ACTION")]
    public void Unknown_FailsWithAnErrorUntilOneIsTaken(ProtocolVersion version, string type)
    {
        var rig = new VehicleRig(version);

        rig.Instant("fly", "f");

        Assert.Equal(ActionStatus.Failed, rig.Status("f"));
        Assert.Equal((ErrorLevel.Warning, "f"), (rig.Error(type).ErrorLevel, rig.Error(type).Reference("actionId")));
        rig.Instant(ActionTypes.StateRequest, "s");
        Assert.Empty(rig.Report.Errors);
    }

    [Theory]
    [InlineData(ProtocolVersion.V2)]
    [InlineData(ProtocolVersion.V3)]
    public void Requests_AreAnswered(ProtocolVersion version)
    {
        var rig = new VehicleRig(version);

        var state = rig.Instant(ActionTypes.StateRequest, "s").OfType<VehicleEffect.Publish>().Select(effect => effect.Message);
        var factsheet = rig.Instant(ActionTypes.FactsheetRequest, "f").OfType<VehicleEffect.Publish>().Select(effect => effect.Message);

        Assert.Equal(ActionStatus.Finished, Assert.IsType<StateMessage>(Assert.Single(state)).Action("s")!.ActionStatus);
        Assert.Single(factsheet.OfType<FactsheetMessage>());
    }

    [Fact]
    public void Supported_IsStartedAndReported()
    {
        var rig = new VehicleRig(ProtocolVersion.V3);

        rig.Instant("beep", "b");
        rig.Instant("beep", "b");

        Assert.Equal(["b"], rig.Started);
        Assert.Equal(ActionStatus.Running, rig.Status("b"));
        rig.Action("b", ActionStatus.Finished);
        Assert.Equal("b", Assert.Single(rig.Report.InstantActionStates!).ActionId);
    }

    [Fact]
    public void Clear_RemovesWhatIsOver()
    {
        var rig = new VehicleRig(ProtocolVersion.V3);
        rig.Instant("beep", "running");
        rig.Instant(ActionTypes.StateRequest, "over");

        rig.Instant(ActionTypes.ClearInstantActions, "c");

        Assert.Equal(["running", "c"], rig.Report.InstantActionStates!.Select(action => action.ActionId));
    }

    [Fact]
    public void Clear_ThenALateCopy_IsAnsweredAndNotDoneAgain()
    {
        var rig = new VehicleRig(ProtocolVersion.V3);
        rig.Instant("beep", "b");
        rig.Action("b", ActionStatus.Failed);
        rig.Instant(ActionTypes.ClearInstantActions, "c");

        rig.Instant("beep", "b");

        Assert.Equal(ActionStatus.Failed, rig.Status("b"));
        Assert.Equal(["b"], rig.Started);
    }

    [Fact]
    public void NewOrder_In2_RemovesWhatIsOver()
    {
        var rig = new VehicleRig(ProtocolVersion.V2);
        rig.Instant("beep", "running");
        rig.Instant(ActionTypes.StateRequest, "over");

        rig.Order(Samples.Line("o", 0, 0, 1, 1));

        Assert.Equal(["running"], rig.Report.InstantActionStates!.Select(action => action.ActionId));
    }
}

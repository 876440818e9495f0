namespace Swarm.Vda5050.Tests;

/// <summary>Blocking types, pausing, trying again, and the edges' actions.</summary>
public sealed class ActionTests
{
    [Fact]
    public void Queue_NoneAndSoft_RunTogether()
    {
        var rig = AtNode(BlockingType.None, BlockingType.Soft, BlockingType.None);

        Assert.Equal(["a0", "a1", "a2"], rig.Started);
        Assert.Null(rig.State.Goal);
        rig.Action("a1", ActionStatus.Finished);
        Assert.NotNull(rig.State.Goal);
    }

    [Theory]
    [InlineData(BlockingType.Hard, false)]
    [InlineData(BlockingType.Single, true)]
    public void Queue_HardAndSingle_RunAlone(BlockingType blocking, bool drives)
    {
        var rig = AtNode(BlockingType.None, blocking, BlockingType.None);

        Assert.Equal(["a0"], rig.Started);
        Assert.Equal(drives, rig.State.Goal is not null);
        rig.Action("a0", ActionStatus.Finished);
        Assert.Equal(["a0", "a1"], rig.Started);
        rig.Action("a1", ActionStatus.Failed);
        Assert.Equal(["a0", "a1", "a2"], rig.Started);
        Assert.NotNull(rig.State.Goal);
    }

    [Theory]
    [InlineData(BlockingType.Soft)]
    [InlineData(BlockingType.Hard)]
    public void Queue_WhatBlocksDriving_WaitsUntilTheVehicleStands(BlockingType blocking)
    {
        var rig = AtNode(driving: true, blocking);

        Assert.Empty(rig.Started);
        Assert.Null(rig.State.Goal);
        rig.Drive(false);
        Assert.Equal(["a0"], rig.Started);
    }

    [Fact]
    public void Edge_AfterABlockingNode_IsEnteredWhenTheVehicleMayDrive()
    {
        var rig = new VehicleRig(ProtocolVersion.V3);
        var order = Samples.Line("o", 0, 0, 1, 1);
        rig.Order(order with
        {
            Nodes = [Samples.Node(0, true, Samples.Action("node", BlockingType.Hard)), order.Nodes[1]],
            Edges = [Samples.Edge(0, true, Samples.Action("edge"))],
        });
        Assert.Equal(["node"], rig.Started);
        Assert.Null(rig.State.OnEdge);

        rig.Action("node", ActionStatus.Finished);

        Assert.Equal(["node", "edge"], rig.Started);
        Assert.Equal("e0", rig.State.OnEdge!.EdgeId);
    }

    [Fact]
    public void Edge_Left_EndsItsActions()
    {
        var rig = new VehicleRig(ProtocolVersion.V3);
        var order = Samples.Line("o", 0, 0, 1, 1);
        rig.Order(order with { Edges = [Samples.Edge(0, true, Samples.Action("light"), Samples.Action("later", BlockingType.Single))] });

        var effects = rig.Reach(1);

        Assert.Equal("light", Assert.Single(effects.OfType<VehicleEffect.Stop>()).Action.ActionId);
        Assert.Equal(ActionStatus.Finished, rig.Status("light"));
        Assert.Equal(ActionStatus.Failed, rig.Status("later"));
        Assert.True(rig.State.IsIdle);
    }

    [Fact]
    public void Horizon_Actions_Wait()
    {
        var rig = new VehicleRig(ProtocolVersion.V3);
        var order = Samples.Line("o", 0, 0, 1, 0);

        rig.Order(order with { Nodes = [order.Nodes[0], Samples.Node(1, false, Samples.Action("a"))] });

        Assert.Equal(ActionStatus.Waiting, rig.Status("a"));
        Assert.Empty(rig.Started);
    }

    [Fact]
    public void Failure_OfARetriableAction_WaitsForRetryOrSkip()
    {
        var rig = Retriable(ProtocolVersion.V3);
        rig.Action("a", ActionStatus.Failed);
        Assert.Equal(ActionStatus.Retriable, rig.Status("a"));
        Assert.Null(rig.State.Goal);

        rig.Instant(ActionTypes.Retry, "r1", ActionParameter.Of("actionId", "a"));
        Assert.Equal(ActionStatus.Running, rig.Status("a"));
        Assert.Equal(["a", "a"], rig.Started);

        rig.Action("a", ActionStatus.Failed);
        rig.Instant(ActionTypes.SkipRetry, "r2", ActionParameter.Of("actionId", "a"));
        Assert.Equal(ActionStatus.Failed, rig.Status("a"));
        Assert.NotNull(rig.State.Goal);
        Assert.Equal(ActionStatus.Finished, rig.Status("r2"));
    }

    [Fact]
    public void Failure_In2_IsFinal()
    {
        var rig = Retriable(ProtocolVersion.V2);

        rig.Action("a", ActionStatus.Failed);

        Assert.Equal(ActionStatus.Failed, rig.Status("a"));
        rig.Instant(ActionTypes.Retry, "r1", ActionParameter.Of("actionId", "a"));
        Assert.Equal(ActionStatus.Failed, rig.Status("r1"));
    }

    [Fact]
    public void Retry_OfWhatDoesNotWait_IsRefused()
    {
        var rig = Retriable(ProtocolVersion.V3);

        rig.Instant(ActionTypes.Retry, "r1", ActionParameter.Of("actionId", "a"));

        Assert.Equal(ActionStatus.Failed, rig.Status("r1"));
        Assert.Equal("r1", rig.Error("INVALID_INSTANT_ACTION").Reference("actionId"));
    }

    [Fact]
    public void Report_OfAStepThatThereIsNot_Throws()
    {
        var rig = new VehicleRig(ProtocolVersion.V3);
        var order = Samples.Line("o", 0, 0, 1, 1);
        rig.Order(order with { Nodes = [order.Nodes[0], Samples.Node(1, true, Samples.Action("a"))] });

        Assert.Throws<InvalidOperationException>(() => rig.Action("a", ActionStatus.Paused));
    }

    [Fact]
    public void Pause_PausesWhatCanBePausedAndStops()
    {
        var rig = new VehicleRig(ProtocolVersion.V3);
        var order = Samples.Line("o", 0, 0, 1, 1);
        rig.Order(order with { Nodes = [Samples.Node(0, true, Samples.Action("beep"), Samples.Action("pick", type: ActionTypes.Pick)), order.Nodes[1]] });
        rig.Drive(true);

        rig.Instant(ActionTypes.StartPause, "p1");

        Assert.Null(rig.State.Goal);
        Assert.True(rig.Report.Paused);
        Assert.Equal(ActionStatus.Paused, rig.Status("beep"));
        Assert.Equal(ActionStatus.Running, rig.Status("pick"));
        Assert.Equal(ActionStatus.Running, rig.Status("p1"));
        rig.Drive(false);
        Assert.Equal(ActionStatus.Finished, rig.Status("p1"));

        var effects = rig.Instant(ActionTypes.StopPause, "p2");
        Assert.Equal("beep", Assert.Single(effects.OfType<VehicleEffect.Resume>()).Action.ActionId);
        Assert.NotNull(rig.State.Goal);
        Assert.False(rig.Report.Paused);
        Assert.Equal(ActionStatus.Finished, rig.Status("p2"));
    }

    [Fact]
    public void Pause_ByTheButton_DoesTheSame()
    {
        var rig = VehicleRig.OnTheWay(ProtocolVersion.V2);

        rig.Tell(new VehicleInput.PauseChanged(true));
        Assert.True(rig.Report.Paused);
        Assert.Null(rig.State.Goal);
        rig.Tell(new VehicleInput.PauseChanged(false));
        Assert.NotNull(rig.State.Goal);
    }

    [Theory]
    [InlineData(ActionStatus.Waiting, "Initializing,Running,Finished,Failed")]
    [InlineData(ActionStatus.Initializing, "Running,Paused,Failed")]
    [InlineData(ActionStatus.Paused, "Initializing,Running,Failed")]
    [InlineData(ActionStatus.Running, "Paused,Retriable,Finished,Failed")]
    [InlineData(ActionStatus.Retriable, "Initializing,Running,Finished,Failed")]
    [InlineData(ActionStatus.Finished, "")]
    [InlineData(ActionStatus.Failed, "")]
    public void CanBecome_IsTheTableOfTheStandard(ActionStatus from, string to) =>
        Assert.Equal(to, string.Join(',', Enum.GetValues<ActionStatus>().Where(next => from.CanBecome(next))));

    private static VehicleRig Retriable(ProtocolVersion version)
    {
        var rig = new VehicleRig(version);
        var order = Samples.Line("o", 0, 0, 1, 1);
        rig.Order(order with { Nodes = [Samples.Node(0, true, Samples.Action("a", BlockingType.Hard) with { Retriable = true }), order.Nodes[1]] });
        return rig;
    }

    private static VehicleRig AtNode(params BlockingType[] blocking) => AtNode(driving: false, blocking);

    private static VehicleRig AtNode(bool driving, params BlockingType[] blocking)
    {
        var rig = new VehicleRig(ProtocolVersion.V3);
        var order = Samples.Line("o", 0, 0, 2, 2);
        rig.Order(order with
        {
            Nodes = [order.Nodes[0], Samples.Node(1, true, [.. blocking.Select((type, i) => Samples.Action($"a{i}", type))]), order.Nodes[2]],
        });
        rig.Drive(driving);
        rig.Reach(1);
        return rig;
    }
}

namespace Swarm.Vda5050.Tests;

public sealed class ModeTests
{
    [Theory]
    [InlineData(OperatingMode.Manual, "n0")]
    [InlineData(OperatingMode.Service, "")]
    [InlineData(OperatingMode.TeachIn, "")]
    [InlineData(OperatingMode.Startup, "")]
    public void Mode_OutOfControl_ClearsTheOrder(OperatingMode mode, string lastNodeId)
    {
        var rig = VehicleRig.OnTheWay(ProtocolVersion.V3);

        rig.Mode(mode);

        Assert.Equal(mode, rig.Report.OperatingMode);
        Assert.True(rig.State.IsIdle);
        Assert.Null(rig.State.Goal);
        Assert.Equal(("o", lastNodeId), (rig.Report.OrderId, rig.Report.LastNodeId));
        rig.Instant(ActionTypes.StateRequest, "s");
        Assert.Equal(ActionStatus.Failed, rig.Status("s"));
    }

    [Fact]
    public void Mode_Manual_IsReportedWhenNoActionIsUnderWay()
    {
        var rig = new VehicleRig(ProtocolVersion.V3);
        rig.Order(Samples.Line("o", 0, 0, 1, 1) with
        {
            Nodes = [Samples.Node(0, true, Samples.Action("pick", type: ActionTypes.Pick)), Samples.Node(1, true)],
        });

        rig.Mode(OperatingMode.Manual);

        Assert.Equal(OperatingMode.Automatic, rig.Report.OperatingMode);
        Assert.Single(rig.Report.NodeStates);
        Assert.Null(rig.State.Goal);
        rig.Action("pick", ActionStatus.Finished);
        Assert.Equal(OperatingMode.Manual, rig.Report.OperatingMode);
        Assert.Empty(rig.Report.NodeStates);
    }

    [Fact]
    public void Mode_LeftBeforeItCouldBeReported_HasClearedTheOrder()
    {
        var rig = new VehicleRig(ProtocolVersion.V3);
        rig.Order(Samples.Line("o", 0, 0, 1, 1) with
        {
            Nodes = [Samples.Node(0, true, Samples.Action("pick", type: ActionTypes.Pick)), Samples.Node(1, true, Samples.Action("beep"))],
        });
        rig.Mode(OperatingMode.Manual);

        rig.Mode(OperatingMode.Automatic);
        Assert.Null(rig.State.Goal);
        rig.Action("pick", ActionStatus.Finished);

        Assert.True(rig.State.IsIdle);
        Assert.Equal(ActionStatus.Failed, rig.Status("beep"));
        Assert.Equal(OperatingMode.Automatic, rig.Report.OperatingMode);
    }

    [Fact]
    public void Mode_Intervened_KeepsTheOrderAndTakesOnlyCancel()
    {
        var rig = VehicleRig.OnTheWay(ProtocolVersion.V3);

        rig.Mode(OperatingMode.Intervened);

        Assert.Null(rig.State.Goal);
        Assert.Equal(4, rig.Report.NodeStates.Count);
        rig.Instant(ActionTypes.StartPause, "p");
        Assert.Equal(ActionStatus.Failed, rig.Status("p"));
        rig.Order(Samples.Line("o", 1, 2, 4, 4));
        Assert.Equal(1u, rig.Report.OrderUpdateId);
        rig.Mode(OperatingMode.Automatic);
        Assert.Equal("n1", rig.State.Goal!.Node.NodeId);
        rig.Mode(OperatingMode.Intervened);
        rig.Instant(ActionTypes.CancelOrder, "c");
        rig.Drive(false);
        Assert.Equal(ActionStatus.Finished, rig.Status("c"));
    }

    [Fact]
    public void Mode_SemiAutomatic_DrivesOn()
    {
        var rig = VehicleRig.OnTheWay(ProtocolVersion.V2);

        rig.Mode(OperatingMode.SemiAutomatic);

        Assert.NotNull(rig.State.Goal);
    }

    [Fact]
    public void Mode_ManualWithTheNodeLost_HasNoLastNode()
    {
        var rig = new VehicleRig(ProtocolVersion.V3);

        rig.Tell(new VehicleInput.ModeChanged(OperatingMode.Manual, LastNodeIsLost: true));

        Assert.Equal("", rig.Report.LastNodeId);
    }
}

namespace Swarm.Vda5050.Tests;

/// <summary>Fleet control that begins again with what it has stored.</summary>
public sealed class RestartTests
{
    private static readonly OrderMessage Line = FleetRig.Line;

    [Fact]
    public void Order_OnItsWay_IsSentAgainWithTheSameContentAndAHigherHeaderId()
    {
        var rig = new FleetRig();
        rig.Assign(Line);
        rig.Restart();

        rig.After(60);
        Assert.Single(rig.Sent<OrderMessage>());
        rig.State(FleetRig.Idle);

        var sent = rig.Sent<OrderMessage>();
        Assert.Equal([0u, 1u], sent.Select(order => order.HeaderId));
        Assert.True(VdaCodec.V3.SameContent(sent[0], sent[1]));
    }

    [Fact]
    public void Order_ThatWasRunMeanwhile_IsNotSentAgain()
    {
        var rig = new FleetRig();
        var order = Samples.Line("o", 0, 0, 1, 1);
        rig.Assign(order);
        rig.Restart();

        rig.Echo(order, passed: 1);
        rig.After(60);

        Assert.Equal(OrderPhase.Finished, rig.Order.Phase);
        Assert.Single(rig.Sent<OrderMessage>());
        Assert.Equal(FleetRefusal.IdUsed, FleetRig.Refusal(rig.Assign(order)));
    }

    [Fact]
    public void State_OlderThanWhatWasStored_IsDropped()
    {
        var rig = new FleetRig();
        var order = Samples.Line("o", 0, 0, 1, 1);
        rig.Assign(order);
        rig.Echo(order);
        var late = rig.Snapshot.View.State!;
        rig.Echo(order, passed: 1);
        rig.Restart();

        rig.Tell(new FleetInput.StateReceived(late));

        Assert.Null(rig.Snapshot.View.State);
        rig.Echo(order, passed: 1);
        Assert.NotNull(rig.Snapshot.View.State);
    }

    [Fact]
    public void Order_OfAVehicleThatBeganAnewMeanwhile_IsInDoubt()
    {
        var rig = new FleetRig();
        rig.State(FleetRig.Idle, headerId: 50);
        rig.Assign(Line);
        rig.Restart();

        rig.State(FleetRig.Idle, headerId: 0);

        Assert.Equal(OrderPhase.InDoubt, rig.Order.Phase);
    }

    [Fact]
    public void Stored_HoldsEverything()
    {
        var rig = FleetRig.WithOrder();
        rig.Tell(new FleetInput.FactsheetReceived(FactsheetSamples.Full));
        rig.Tell(new FleetInput.Cancel());
        rig.Tell(new FleetInput.SendZoneSet(ZoneSamples.Full.ZoneSet with { Zones = [ZoneSamples.Zone(ZoneType.Blocked)] }));

        var text = ControlStateJson.Write(rig.Snapshot.Control);

        Assert.Equal(text, ControlStateJson.Write(ControlStateJson.Read(text)));
        Assert.Contains("\"cancelActionId\"", text, StringComparison.Ordinal);
        Assert.Contains("\"z-Blocked\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Stored_WithoutWhatCameLater_IsRead()
    {
        var control = ControlStateJson.Read("""{"version":"V3","versionText":"3.0.0","manufacturer":"acme","serialNumber":"wagon-1","soon":1}""");

        Assert.Empty(control.Actions);
        Assert.Empty(control.PastOrders);
        Assert.Empty(control.Grants);
        Assert.Empty(control.ZoneSets);
    }
}

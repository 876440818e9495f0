namespace Swarm.Vda5050.Tests;

public sealed class PresenceTests
{
    [Fact]
    public void Connection_OfAnEqualOrLowerHeaderId_IsTaken()
    {
        var rig = new FleetRig(online: false);

        rig.Connection(ConnectionState.Online, headerId: 9);
        rig.Connection(ConnectionState.ConnectionBroken, headerId: 9);
        rig.Connection(ConnectionState.Online, headerId: 3);
        rig.Connection(ConnectionState.Online, headerId: 3);
        rig.Connection(ConnectionState.Offline, headerId: 1);
        rig.Connection(ConnectionState.Hibernating, headerId: 1);

        Assert.Equal([Presence.Online, Presence.Broken, Presence.Online, Presence.Offline, Presence.Hibernating],
            rig.Effects.OfType<FleetEffect.PresenceChanged>().Select(effect => effect.Presence));
    }

    [Fact]
    public void State_ThatIsOld_IsStaleAndNotOffline()
    {
        var rig = new FleetRig();

        rig.After(75);
        Assert.False(rig.IsStale);
        rig.After(1);

        Assert.True(rig.IsStale);
        Assert.Equal(Presence.Online, rig.Snapshot.Control.Presence);
        rig.State(FleetRig.Idle);
        Assert.False(rig.IsStale);
    }

    [Fact]
    public void State_DoesNotMakeAVehicleOnline()
    {
        var rig = new FleetRig(online: false);

        rig.State(FleetRig.Idle);

        Assert.Equal(Presence.Unknown, rig.Snapshot.Control.Presence);
    }

    [Fact]
    public void State_ThatComesLate_IsDropped_ButNotAfterARestart()
    {
        var rig = new FleetRig();
        rig.State(FleetRig.Idle with { LastNodeId = "new" }, headerId: 10);

        rig.Tell(new FleetInput.StateReceived(FleetRig.Idle with { LastNodeId = "old", HeaderId = 9, Timestamp = rig.Now.AddSeconds(-1) }));
        Assert.Equal("new", rig.Snapshot.View.State!.LastNodeId);

        rig.State(FleetRig.Idle with { LastNodeId = "restarted" }, headerId: 0);
        Assert.Equal("restarted", rig.Snapshot.View.State!.LastNodeId);
    }

    [Fact]
    public void State_OfAVehicleWhoseClockWentBack_IsTakenAfterANewConnectionOrSilence()
    {
        var rig = new FleetRig();
        rig.State(FleetRig.Idle, headerId: 10);
        var old = FleetRig.Idle with { LastNodeId = "again", HeaderId = 0, Timestamp = rig.Now.AddYears(-1) };
        rig.Tell(new FleetInput.StateReceived(old));
        Assert.NotEqual("again", rig.Snapshot.View.State!.LastNodeId);

        rig.Connection(ConnectionState.Online);
        rig.Tell(new FleetInput.StateReceived(old));

        Assert.Equal("again", rig.Snapshot.View.State!.LastNodeId);
    }

    [Fact]
    public void Visualization_MovesThePositionOnly()
    {
        var rig = new FleetRig();

        rig.Tell(new FleetInput.VisualizationReceived(StateSamples.Visualization with { MobileRobotPosition = StateSamples.Position with { X = 9 } }));

        Assert.Equal(9, rig.Snapshot.View.Position!.X);
        Assert.Equal(1, rig.Snapshot.View.State!.MobileRobotPosition!.X);
    }
}

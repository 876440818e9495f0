namespace Swarm.Vda5050.Tests;

/// <summary>Requests and answers (3.0).</summary>
public sealed class GrantTests
{
    [Fact]
    public void Request_IsToldOnceAndAnsweredUntilItIsShown()
    {
        var rig = Requested();
        Assert.Equal(new FleetEffect.Requested("r", RequestType.Access, "z", "zones"), Assert.Single(rig.Effects.OfType<FleetEffect.Requested>()));
        rig.State(Showing(RequestStatus.Requested));
        Assert.Single(rig.Effects.OfType<FleetEffect.Requested>());

        Answer(rig, GrantType.Granted);
        rig.After(5);
        Assert.True(Held(rig));
        rig.State(Showing(RequestStatus.Granted));
        rig.After(60);

        Assert.Equal([0u, 1u], rig.Sent<ResponsesMessage>().Select(message => message.HeaderId));
        Assert.All(rig.Sent<ResponsesMessage>(), message => Assert.Equal(GrantType.Granted, message.Responses[0].GrantType));
        Assert.Equal(GrantPhase.Granted, rig.Snapshot.Control.Grants[0].Phase);
    }

    [Theory]
    [InlineData(RequestStatus.Revoked)]
    [InlineData(RequestStatus.Expired)]
    [InlineData(null)]
    public void Grant_Revoked_IsHeldUntilTheVehicleShowsIt(RequestStatus? end)
    {
        var rig = Granted();

        Answer(rig, GrantType.Revoked);
        rig.State(Showing(RequestStatus.Granted));
        rig.After(5);
        Assert.True(Held(rig));
        Assert.Empty(rig.Effects.OfType<FleetEffect.GrantEnded>());
        rig.State(end is { } status ? Showing(status) : FleetRig.Idle);

        Assert.False(Held(rig));
        Assert.Equal("r", Assert.Single(rig.Effects.OfType<FleetEffect.GrantEnded>()).Grant.RequestId);
        Assert.Equal(GrantType.Revoked, rig.Sent<ResponsesMessage>()[^1].Responses[0].GrantType);
    }

    [Fact]
    public void Grant_RevokedBeforeItArrived_RejectsTheRequest()
    {
        var rig = Requested();
        Answer(rig, GrantType.Granted);
        Answer(rig, GrantType.Revoked);
        rig.State(Showing(RequestStatus.Requested));
        rig.After(5);

        Assert.Equal(GrantType.Rejected, rig.Sent<ResponsesMessage>()[^1].Responses[0].GrantType);
        Assert.True(Held(rig));
        rig.State(FleetRig.Idle);
        Assert.False(Held(rig));
    }

    [Fact]
    public void Lease_OverByTheClock_IsHeldUntilTheVehicleShowsIt()
    {
        var rig = Requested();
        rig.Tell(new FleetInput.Answer("r", GrantType.Granted, rig.Now.AddSeconds(10)));
        rig.State(Showing(RequestStatus.Granted));

        rig.After(60);
        Assert.True(Held(rig));
        rig.State(Showing(RequestStatus.Expired));

        Assert.False(Held(rig));
    }

    [Fact]
    public void Lease_Extended_IsNotTakenForOverByAnOlderState()
    {
        var rig = Granted();
        rig.Tell(new FleetInput.Answer("r", GrantType.Granted, rig.Now.AddSeconds(10)));

        rig.State(Showing(RequestStatus.Expired));

        Assert.True(Held(rig));
    }

    [Theory]
    [InlineData(OperatingMode.Intervened)]
    [InlineData(OperatingMode.Manual)]
    public void Grant_OfAVehicleOutOfControl_IsHeldUntilAPersonEndsIt(OperatingMode mode)
    {
        var rig = Granted();

        rig.State(FleetRig.Idle with { OperatingMode = mode });
        rig.State(FleetRig.Idle);
        Assert.True(Held(rig));
        Assert.Equal(GrantPhase.Untracked, rig.Snapshot.Control.Grants[0].Phase);
        rig.Tell(new FleetInput.Release("r"));

        Assert.False(Held(rig));
        Assert.Equal(FleetRefusal.NoRequest, FleetRig.Refusal(rig.Tell(new FleetInput.Release("r"))));
    }

    [Fact]
    public void Answers_QueuedAndRejected_HoldNothing()
    {
        var rig = Requested();
        Answer(rig, GrantType.Queued);
        rig.After(60);
        Assert.Single(rig.Sent<ResponsesMessage>());

        Answer(rig, GrantType.Rejected);
        rig.After(60);

        Assert.Equal(3, rig.Sent<ResponsesMessage>().Length);
        Assert.False(Held(rig));
        rig.State(FleetRig.Idle);
        Assert.Empty(rig.Snapshot.Control.Grants);
    }

    [Fact]
    public void Answer_ThatDoesNotFit_IsRefused()
    {
        var rig = Requested();

        Assert.Equal(FleetRefusal.NoRequest, FleetRig.Refusal(rig.Tell(new FleetInput.Answer("other", GrantType.Granted))));
        Assert.Equal(FleetRefusal.NoRequest, FleetRig.Refusal(Answer(rig, GrantType.Revoked)));
        Assert.Equal(FleetRefusal.Invalid, FleetRig.Refusal(rig.Tell(new FleetInput.Answer("r", GrantType.Rejected, rig.Now))));
        Answer(rig, GrantType.Granted);
        Answer(rig, GrantType.Revoked);
        Assert.Equal(FleetRefusal.NoRequest, FleetRig.Refusal(Answer(rig, GrantType.Granted)));
    }

    [Fact]
    public void ZoneSet_UntilItIsShown_IsSentAgain()
    {
        var rig = new FleetRig();
        var set = ZoneSamples.Full.ZoneSet;
        rig.Tell(new FleetInput.SendZoneSet(set));
        rig.After(5);
        rig.State(FleetRig.Idle with { ZoneSets = [new ZoneSetState { ZoneSetId = set.ZoneSetId, MapId = set.MapId, ZoneSetStatus = EnabledStatus.Disabled }] });
        rig.After(60);

        Assert.Equal([0u, 1u], rig.Sent<ZoneSetMessage>().Select(message => message.HeaderId));
        Assert.Equal(FleetRefusal.IdUsed, FleetRig.Refusal(rig.Tell(new FleetInput.SendZoneSet(set))));
        Assert.Equal(FleetRefusal.Version, FleetRig.Refusal(new FleetRig(ProtocolVersion.V2).Tell(new FleetInput.SendZoneSet(set))));
    }

    private static FleetRig Requested()
    {
        var rig = new FleetRig();
        rig.State(Showing(RequestStatus.Requested));
        return rig;
    }

    private static FleetRig Granted()
    {
        var rig = Requested();
        Answer(rig, GrantType.Granted);
        rig.State(Showing(RequestStatus.Granted));
        return rig;
    }

    private static IReadOnlyList<FleetEffect> Answer(FleetRig rig, GrantType grant) => rig.Tell(new FleetInput.Answer("r", grant));

    private static bool Held(FleetRig rig) => rig.Snapshot.Control.Grants.Exists(grant => grant.IsHeld);

    private static StateMessage Showing(RequestStatus status) => FleetRig.Idle with
    {
        ZoneRequests = [new ZoneRequest { RequestId = "r", RequestType = RequestType.Access, ZoneId = "z", ZoneSetId = "zones", RequestStatus = status }],
    };
}

namespace Swarm.Vda5050.Tests;

/// <summary>Zone sets, requests and answers (3.0).</summary>
public sealed class ZoneTests
{
    [Fact]
    public void ZoneSet_IsKeptAndEnabledOnRequest()
    {
        var rig = new VehicleRig(ProtocolVersion.V3);

        rig.Tell(new VehicleInput.ZoneSetReceived(Zones("one")));
        rig.Tell(new VehicleInput.ZoneSetReceived(Zones("two")));
        rig.Instant(ActionTypes.EnableZoneSet, "e1", ActionParameter.Of("zoneSetId", "one"));
        rig.Instant(ActionTypes.EnableZoneSet, "e2", ActionParameter.Of("zoneSetId", "two"));
        Assert.Equal([("one", EnabledStatus.Disabled), ("two", EnabledStatus.Enabled)], rig.Report.ZoneSets!.Select(set => (set.ZoneSetId, set.ZoneSetStatus)));

        rig.Instant(ActionTypes.DeleteZoneSet, "d1", ActionParameter.Of("zoneSetId", "two"));
        rig.Instant(ActionTypes.DeleteZoneSet, "d2", ActionParameter.Of("zoneSetId", "one"));
        rig.Instant(ActionTypes.EnableZoneSet, "e3", ActionParameter.Of("zoneSetId", "one"));

        Assert.Equal((ActionStatus.Failed, ActionStatus.Finished, ActionStatus.Failed), (rig.Status("d1"), rig.Status("d2"), rig.Status("e3")));
        Assert.Equal("two", Assert.Single(rig.Report.ZoneSets!).ZoneSetId);
    }

    [Fact]
    public void ZoneSet_Twice_IsReportedForAWhile()
    {
        var rig = new VehicleRig(ProtocolVersion.V3);
        rig.Tell(new VehicleInput.ZoneSetReceived(Zones("one")));

        rig.Tell(new VehicleInput.ZoneSetReceived(Zones("one")));

        Assert.Equal((ErrorLevel.Warning, "one"), (rig.Error("DUPLICATE_ZONE_SET").ErrorLevel, rig.Error("DUPLICATE_ZONE_SET").Reference("zoneSetId")));
        rig.After(TimeSpan.FromMinutes(1));
        Assert.Empty(rig.Report.Errors);
    }

    [Fact]
    public void ZoneSet_Broken_IsNotTaken()
    {
        var rig = new VehicleRig(ProtocolVersion.V3);
        var set = Zones("one");

        rig.Tell(new VehicleInput.ZoneSetReceived(set with { ZoneSet = set.ZoneSet with { Zones = [ZoneSamples.Zone(ZoneType.Blocked) with { Vertices = [] }] } }));

        rig.Error("VALIDATION_FAILURE");
        Assert.Empty(rig.State.ZoneSets);
    }

    [Fact]
    public void Request_Granted_MayBeUsedAndIsShown()
    {
        var rig = WithRequest(ReleaseLossBehavior.Stop);
        Assert.Equal(RequestStatus.Requested, rig.Report.ZoneRequests![0].RequestStatus);
        Assert.Throws<InvalidOperationException>(() => rig.Tell(new VehicleInput.RequestUsed("r")));

        Answer(rig, GrantType.Queued);
        Assert.Throws<InvalidOperationException>(() => rig.Tell(new VehicleInput.RequestUsed("r")));
        Answer(rig, GrantType.Granted);
        rig.Tell(new VehicleInput.RequestUsed("r"));

        Assert.Equal(RequestStatus.Granted, rig.Report.ZoneRequests![0].RequestStatus);
        rig.Tell(new VehicleInput.RequestEnded("r"));
        Assert.Empty(rig.Report.ZoneRequests!);
    }

    [Fact]
    public void Request_Rejected_IsGone()
    {
        var rig = WithRequest(ReleaseLossBehavior.Stop);

        Answer(rig, GrantType.Rejected);

        Assert.Empty(rig.Report.ZoneRequests!);
    }

    [Fact]
    public void Request_RevokedBeforeUse_IsGone()
    {
        var rig = WithRequest(ReleaseLossBehavior.Stop);
        Answer(rig, GrantType.Granted);

        Answer(rig, GrantType.Revoked);

        Assert.Empty(rig.Report.ZoneRequests!);
        Assert.Empty(rig.Report.Errors);
    }

    [Theory]
    [InlineData(ReleaseLossBehavior.Stop, ReleaseLoss.Stop, ErrorLevel.Critical)]
    [InlineData(ReleaseLossBehavior.Continue, ReleaseLoss.Continue, ErrorLevel.Warning)]
    [InlineData(ReleaseLossBehavior.Evacuate, ReleaseLoss.Evacuate, ErrorLevel.Warning)]
    public void Request_RevokedInTheZone_DoesWhatTheZoneSays(ReleaseLossBehavior zone, ReleaseLoss expected, ErrorLevel level)
    {
        var rig = WithRequest(zone);
        rig.Order(Samples.Line("o", 0, 0, 1, 1));
        Answer(rig, GrantType.Granted);
        rig.Tell(new VehicleInput.RequestUsed("r"));

        var effects = Answer(rig, GrantType.Revoked);

        Assert.Equal(expected, Assert.Single(effects.OfType<VehicleEffect.ReleaseLost>()).Behavior);
        Assert.Equal(RequestStatus.Revoked, rig.Report.ZoneRequests![0].RequestStatus);
        Assert.Equal(level, rig.Error("RELEASE_LOST").ErrorLevel);
        Assert.Equal(expected != ReleaseLoss.Stop, rig.State.Goal is not null);
        Answer(rig, GrantType.Granted);
        Assert.Equal(RequestStatus.Revoked, rig.Report.ZoneRequests![0].RequestStatus);

        rig.Tell(new VehicleInput.ZoneWanted("again", RequestType.Access, "one", "z-Release"));
        Answer(rig, GrantType.Granted, id: "again");
        Assert.Equal("again", Assert.Single(rig.State.Requests, request => request.InUse).RequestId);
        Assert.Empty(rig.Report.Errors);
        Assert.NotNull(rig.State.Goal);
    }

    [Fact]
    public void Lease_Over_IsExpiredAndCanBeExtendedBefore()
    {
        var rig = WithRequest(ReleaseLossBehavior.Stop);
        Answer(rig, GrantType.Granted, TimeSpan.FromSeconds(10));
        rig.After(TimeSpan.FromSeconds(9));
        Answer(rig, GrantType.Granted, TimeSpan.FromSeconds(10));

        rig.After(TimeSpan.FromSeconds(9));
        Assert.Equal(RequestStatus.Granted, rig.Report.ZoneRequests![0].RequestStatus);
        rig.After(TimeSpan.FromSeconds(1));

        Assert.Equal(RequestStatus.Expired, rig.Report.ZoneRequests![0].RequestStatus);
        Assert.Throws<InvalidOperationException>(() => rig.Tell(new VehicleInput.RequestUsed("r")));
    }

    [Fact]
    public void Request_OfAZoneThatIsNotEnabled_Throws()
    {
        var rig = new VehicleRig(ProtocolVersion.V3);
        rig.Tell(new VehicleInput.ZoneSetReceived(Zones("one")));

        Assert.Throws<InvalidOperationException>(() => rig.Tell(new VehicleInput.ZoneWanted("r", RequestType.Access, "one", "z-Release")));
    }

    [Fact]
    public void Intervened_ClearsRequestsAndMakesNone()
    {
        var rig = WithRequest(ReleaseLossBehavior.Stop);

        rig.Mode(OperatingMode.Intervened);

        Assert.Empty(rig.Report.ZoneRequests!);
        Assert.Throws<InvalidOperationException>(() => rig.Tell(new VehicleInput.ZoneWanted("s", RequestType.Access, "one", "z-Release")));
    }

    [Fact]
    public void Corridor_IsRequestedPerEdgeAndEndsWithIt()
    {
        var rig = new VehicleRig(ProtocolVersion.V3, settings => settings with
        {
            Factsheet = settings.Factsheet with { ProtocolFeatures = settings.Factsheet.ProtocolFeatures with { OptionalParameters = [] } },
        });
        var order = Samples.Line("o", 0, 0, 2, 1);
        var corridor = new Corridor { LeftWidth = 1, RightWidth = 1, ReleaseRequired = true, ReleaseLossBehavior = CorridorLossBehavior.Return };
        rig.Order(order with { Edges = [order.Edges[0] with { Corridor = corridor }, order.Edges[1] with { Corridor = corridor }] });

        rig.Tell(new VehicleInput.CorridorWanted("r", 1));
        Assert.Throws<InvalidOperationException>(() => rig.Tell(new VehicleInput.CorridorWanted("s", 3)));
        Answer(rig, GrantType.Granted);
        rig.Tell(new VehicleInput.RequestUsed("r"));
        Assert.Equal(("e0", 1u, RequestStatus.Granted),
            rig.Report.EdgeRequests!.Select(request => (request.EdgeId, request.SequenceId, request.RequestStatus)).Single());

        Assert.Equal(ReleaseLoss.Return, Assert.Single(Answer(rig, GrantType.Revoked).OfType<VehicleEffect.ReleaseLost>()).Behavior);
        rig.Reach(1);
        Assert.Empty(rig.Report.EdgeRequests!);
        Assert.Empty(rig.Report.Errors);
    }

    private static ZoneSetMessage Zones(string id, ReleaseLossBehavior behavior = ReleaseLossBehavior.Stop) => ZoneSamples.Full with
    {
        ZoneSet = ZoneSamples.Full.ZoneSet with { ZoneSetId = id, Zones = [ZoneSamples.Zone(ZoneType.Release) with { ReleaseLossBehavior = behavior }] },
    };

    private static VehicleRig WithRequest(ReleaseLossBehavior behavior)
    {
        var rig = new VehicleRig(ProtocolVersion.V3);
        rig.Tell(new VehicleInput.ZoneSetReceived(Zones("one", behavior)));
        rig.Instant(ActionTypes.EnableZoneSet, "enable", ActionParameter.Of("zoneSetId", "one"));
        rig.Tell(new VehicleInput.ZoneWanted("r", RequestType.Access, "one", "z-Release"));
        return rig;
    }

    private static IReadOnlyList<VehicleEffect> Answer(VehicleRig rig, GrantType grant, TimeSpan? lease = null, string id = "r") =>
        rig.Tell(new VehicleInput.ResponsesReceived(new ResponsesMessage
        {
            Responses = [new Response { RequestId = id, GrantType = grant, LeaseExpiry = lease is null ? null : rig.Now + lease }],
        }));
}

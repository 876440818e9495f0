namespace Swarm.Vda5050.Tests;

public sealed class MessageCheckTests
{
    private static readonly StateMessage State = StateSamples.Full;

    [Fact]
    public void Check_State_RangesAreNamedAsTheVersionHasThem()
    {
        var state = State with
        {
            PowerSupply = State.PowerSupply with { StateOfCharge = 101 },
            MobileRobotPosition = StateSamples.Position with { Theta = 4, LocalizationScore = 2 },
        };

        Assert.Equal(
            ["$.mobileRobotPosition.theta", "$.mobileRobotPosition.localizationScore", "$.powerSupply.stateOfCharge"],
            StateCheck.Check(state, ProtocolVersion.V3).Select(violation => violation.Path));
        Assert.Equal(
            ["$.agvPosition.theta", "$.agvPosition.localizationScore", "$.batteryState.batteryCharge"],
            StateCheck.Check(state, ProtocolVersion.V2).Select(violation => violation.Path));
    }

    [Fact]
    public void Check_State_SequencesRiseAndBaseIsBeforeHorizon()
    {
        var (node, edge) = (State.NodeStates[0], State.EdgeStates[0]);

        Finds(State with { NodeStates = [node with { SequenceId = 3 }] }, ("$.nodeStates[0].sequenceId", Rule.SequenceParity));
        Finds(State with { NodeStates = [node, node] }, ("$.nodeStates[1].sequenceId", Rule.SequenceConsecutive));
        Finds(State with { NodeStates = [node with { Released = false }, node with { SequenceId = 4 }] }, ("$.nodeStates[1].released", Rule.BaseBeforeHorizon));
        Finds(State with { EdgeStates = [edge with { SequenceId = 2 }] }, ("$.edgeStates[0].sequenceId", Rule.SequenceParity));
    }

    [Fact]
    public void Check_State_IdsAreUniqueAndRequestsFit()
    {
        Finds(State with { ActionStates = [State.ActionStates[0], State.ActionStates[0]] }, ("$.actionStates[1].actionId", Rule.ActionIdUnique));
        Finds(State with { EdgeRequests = [State.EdgeRequests![0] with { RequestId = "r-1" }] }, ("$.edgeRequests[0].requestId", Rule.RequestIdUnique));
        Finds(State with { ZoneRequests = [State.ZoneRequests![0] with { RequestType = RequestType.Corridor }] }, ("$.zoneRequests[0].requestType", Rule.RequestKind));
        Finds(State with { EdgeRequests = [State.EdgeRequests![0] with { RequestType = RequestType.Access }] }, ("$.edgeRequests[0].requestType", Rule.RequestKind));
        Finds(State with { Maps = [State.Maps![0], State.Maps![0] with { MapVersion = "2" }] }, ("$.maps", Rule.OneEnabled));
    }

    [Fact]
    public void Check_InstantActions_BlockNothingIn3AndAreUnique()
    {
        var message = new InstantActionsMessage { Actions = [Samples.Action("a", BlockingType.Hard), Samples.Action("a")] };

        Assert.Equal([("$.actions[1].actionId", Rule.ActionIdUnique), ("$.actions[0].blockingType", Rule.InstantBlocking)],
            ActionCheck.Check(message, ProtocolVersion.V3).Select(violation => (violation.Path, violation.Rule)));
        Assert.Equal([Rule.ActionIdUnique], ActionCheck.Check(message, ProtocolVersion.V2).Select(violation => violation.Rule));
    }

    [Fact]
    public void Check_Responses_OnlyAGrantHasAnEnd()
    {
        var message = Samples.WithHeader(
            new ResponsesMessage { Responses = [new Response { RequestId = "", GrantType = GrantType.Revoked, LeaseExpiry = Samples.Noon }] }, ProtocolVersion.V3);

        Assert.Equal([("$.responses[0].requestId", Rule.Id), ("$.responses[0].leaseExpiry", Rule.Lease)],
            MessageCheck.Check(message, ProtocolVersion.V3).Select(violation => (violation.Path, violation.Rule)));
    }

    [Theory]
    [InlineData(ZoneType.Release, "releaseLossBehavior")]
    [InlineData(ZoneType.SpeedLimit, "maximumSpeed")]
    [InlineData(ZoneType.Action, "entryActions,duringActions,exitActions")]
    [InlineData(ZoneType.Priority, "priorityFactor")]
    [InlineData(ZoneType.Penalty, "penaltyFactor")]
    [InlineData(ZoneType.Directed, "direction,directedLimitation")]
    [InlineData(ZoneType.Bidirected, "direction,bidirectedLimitation")]
    public void Check_ZoneWithoutWhatItsTypeNeeds_IsNamed(ZoneType type, string fields) => Assert.Equal(
        fields.Split(',').Select(field => ($"$.zoneSet.zones[0].{field}", Rule.ZoneFields)),
        Zones(ZoneSamples.Zone(type)));

    [Fact]
    public void Check_ZoneShapes_AreSimpleAndGoRoundCounterClockwise()
    {
        Assert.Empty(Zones(Shape((0, 0), (4, 0), (4, 4), (2, 1), (0, 4))));
        Assert.Equal([("$.zoneSet.zones[0].vertices", Rule.ZonePolygon)], Zones(Shape((0, 0), (1, 0))));
        Assert.Equal([("$.zoneSet.zones[0].vertices", Rule.ZonePolygon)], Zones(Shape((0, 0), (0, 1), (1, 0))));
        Assert.Equal([("$.zoneSet.zones[0].vertices", Rule.ZonePolygon)], Zones(Shape((0, 0), (2, 2), (2, 0), (0, 2))));
        Assert.Equal([("$.zoneSet.zones[0].vertices", Rule.ZonePolygon)], Zones(Shape((0, 0), (3, 0), (3, 3), (1, 0), (0, 3))));

        static Zone Shape(params (double X, double Y)[] points) =>
            ZoneSamples.Zone(ZoneType.Blocked) with { Vertices = [.. points.Select(point => new Vertex { X = point.X, Y = point.Y })] };
    }

    [Fact]
    public void Check_ZoneIdTwice_IsNamed() => Assert.Equal(
        [("$.zoneSet.zones[1].zoneId", Rule.ZoneIdUnique)], Zones(ZoneSamples.Zone(ZoneType.Blocked), ZoneSamples.Zone(ZoneType.Blocked)));

    [Fact]
    public void Check_HeaderOfAnotherVehicle_IsNamed() => Assert.Equal(
        ["$.manufacturer", "$.serialNumber"],
        HeaderCheck.Check(Samples.WithHeader(State, ProtocolVersion.V3), "other", "wagon-2").Select(violation => violation.Path));

    private static IEnumerable<(string Path, Rule Rule)> Zones(params Zone[] zones) =>
        ZoneSetCheck.Check(ZoneSamples.Full with { ZoneSet = ZoneSamples.Full.ZoneSet with { Zones = zones } })
            .Select(violation => (violation.Path, violation.Rule));

    private static void Finds(StateMessage state, params (string Path, Rule Rule)[] expected) =>
        Assert.Equal(expected, StateCheck.Check(state, ProtocolVersion.V3).Select(violation => (violation.Path, violation.Rule)));
}

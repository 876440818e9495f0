using System.Text;

namespace Swarm.Vda5050.Tests;

public sealed class CodecTests
{
    public static TheoryData<ProtocolVersion> Versions => [ProtocolVersion.V2, ProtocolVersion.V3];

    [Theory, MemberData(nameof(Versions))]
    public void Read_WhatWasWritten_SaysTheSame(ProtocolVersion version)
    {
        RoundTrip(Samples.FullOrder, version);
        RoundTrip(Samples.FullInstantActions, version);
        RoundTrip(StateSamples.Full, version);
        RoundTrip(StateSamples.Visualization, version);
        RoundTrip(FactsheetSamples.Full, version);
        RoundTrip(Samples.Connection(ConnectionState.Online), version);
    }

    [Fact]
    public void Read_MessagesOfVersion3_SayTheSame()
    {
        RoundTrip(ZoneSamples.Full, ProtocolVersion.V3);
        RoundTrip(Samples.FullResponses, ProtocolVersion.V3);
    }

    [Fact]
    public void Read_FullStateOfVersion3_LosesNothing()
    {
        var state = Read<StateMessage>(VdaCodec.V3.Write(Samples.WithHeader(StateSamples.Full, ProtocolVersion.V3)), ProtocolVersion.V3);

        Assert.Equal(StateSamples.Full.MobileRobotPosition, state.MobileRobotPosition);
        Assert.Equal(StateSamples.Full.PowerSupply, state.PowerSupply);
        Assert.Equal(StateSamples.Full.InstantActionStates, state.InstantActionStates);
        Assert.Equal(StateSamples.Full.ActionStates, state.ActionStates);
        Assert.Equal(Samples.Noon, state.Timestamp);
        Assert.Equal(StateSamples.Full.IntermediatePath!.Polyline, state.IntermediatePath!.Polyline);
    }

    [Fact]
    public void Write_Version2_HasTheOldNames()
    {
        var text = Text(StateSamples.Full, ProtocolVersion.V2);

        Assert.Contains("\"agvPosition\":{", text, StringComparison.Ordinal);
        Assert.Contains("\"batteryState\":{\"batteryCharge\":62.5", text, StringComparison.Ordinal);
        Assert.Contains("\"eStop\":\"NONE\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("zoneRequests", text, StringComparison.Ordinal);
        Assert.DoesNotContain("mobileRobot", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OrderOfVersion2_NamesTheNodesOfEachEdgeAndARadius()
    {
        var text = Text(Samples.FullOrder, ProtocolVersion.V2);

        Assert.Contains("\"startNodeId\":\"n0\",\"endNodeId\":\"n1\"", text, StringComparison.Ordinal);
        Assert.Contains("\"allowedDeviationXY\":0.3", text, StringComparison.Ordinal);
        Assert.Contains("\"rotationAllowed\":false", text, StringComparison.Ordinal);
        Assert.Contains("\"maxRotationSpeed\":0.7", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_HeaderFirst_AndTimeWithMilliseconds() => Assert.StartsWith(
        """{"headerId":7,"timestamp":"2026-05-01T12:00:00.125Z","version":"3.0.0","manufacturer":"acme","serialNumber":"wagon-1",""",
        Text(Samples.Connection(ConnectionState.Online), ProtocolVersion.V3), StringComparison.Ordinal);

    [Fact]
    public void Write_StateOfVersion2_PutsInstantActionsAmongTheOthers()
    {
        var state = Read<StateMessage>(VdaCodec.V2.Write(Samples.WithHeader(StateSamples.Full, ProtocolVersion.V2)), ProtocolVersion.V2);

        Assert.Equal(["a-1", "i-1"], state.ActionStates.Select(action => action.ActionId));
    }

    [Fact]
    public void Write_TrajectoryOfVersion2_GetsDegreeAndKnots()
    {
        var trajectory = new Trajectory { ControlPoints = [new ControlPoint { X = 0, Y = 0 }, new ControlPoint { X = 1, Y = 0 }, new ControlPoint { X = 2, Y = 1 }] };
        var order = Samples.Line("o", 0, 0, 1, 1);
        order = order with { Edges = [order.Edges[0] with { Trajectory = trajectory }] };

        var written = Read<OrderMessage>(VdaCodec.V2.Write(Samples.WithHeader(order, ProtocolVersion.V2)), ProtocolVersion.V2).Edges[0].Trajectory!;

        Assert.Equal(1, written.Degree);
        Assert.Equal([0, 0, 0.5, 1, 1], written.KnotVector!);
    }

    [Fact]
    public void Read_RotationSpeedInTheNameOfTheSchema_IsTaken()
    {
        var text = Text(Samples.FullOrder, ProtocolVersion.V3).Replace("maximumRotationSpeed", "maxRotationSpeed", StringComparison.Ordinal);

        Assert.Equal(0.7, Read<OrderMessage>(Encoding.UTF8.GetBytes(text), ProtocolVersion.V3).Edges[0].MaximumRotationSpeed);
    }

    [Fact]
    public void Read_UnknownFields_AreIgnored()
    {
        var text = Text(Samples.FullOrder, ProtocolVersion.V3)
            .Replace("\"released\":", "\"colour\":{\"of\":[1,{}]},\"released\":", StringComparison.Ordinal)
            .Insert(1, "\"vendor\":\"x\",");

        Assert.Equal("o-1", Read<OrderMessage>(Encoding.UTF8.GetBytes(text), ProtocolVersion.V3).OrderId);
    }

    [Fact]
    public void Read_StateOfVersion20_IsTaken()
    {
        // As a vehicle of 2.0 sends it: no maps, no paused.
        var text = """
            {"headerId":3,"timestamp":"2026-05-01T12:00:00.12Z","version":"2.0.0","manufacturer":"acme","serialNumber":"wagon-0001",
             "orderId":"","orderUpdateId":0,"lastNodeId":"n1_0","lastNodeSequenceId":0,"nodeStates":[],"edgeStates":[],
             "agvPosition":{"x":0,"y":0,"theta":0,"mapId":"local","positionInitialized":true},"driving":false,"actionStates":[],
             "batteryState":{"batteryCharge":80,"charging":false},"operatingMode":"AUTOMATIC","errors":[],"information":[],
             "safetyState":{"eStop":"NONE","fieldViolation":false}}
            """;

        var state = Read<StateMessage>(Encoding.UTF8.GetBytes(text), ProtocolVersion.V2);

        Assert.True(state.IsIdle);
        Assert.Equal(80, state.PowerSupply.StateOfCharge);
        Assert.True(state.MobileRobotPosition!.Localized);
    }

    [Fact]
    public void SameContent_OtherHeader_IsTheSame()
    {
        var one = Samples.WithHeader(Samples.FullOrder, ProtocolVersion.V3, 1);

        Assert.True(VdaCodec.V3.SameContent(one, Samples.WithHeader(Samples.FullOrder, ProtocolVersion.V3, 2)));
        Assert.False(VdaCodec.V3.SameContent(one, one with { Nodes = [.. one.Nodes.SkipLast(1), Samples.Node(3, false)] }));
    }

    private static void RoundTrip<T>(T message, ProtocolVersion version)
        where T : VdaMessage
    {
        var codec = VdaCodec.Of(version);
        var first = codec.Write(Samples.WithHeader(message, version));
        var read = Read<T>(first, version);

        Assert.Equal(Encoding.UTF8.GetString(first), Encoding.UTF8.GetString(codec.Write(read)));
    }

    private static T Read<T>(byte[] text, ProtocolVersion version)
        where T : VdaMessage
    {
        var result = VdaCodec.Of(version).Read<T>(text);
        Assert.Empty(result.Violations);
        return result.Message!;
    }

    private static string Text<T>(T message, ProtocolVersion version)
        where T : VdaMessage => Encoding.UTF8.GetString(VdaCodec.Of(version).Write(Samples.WithHeader(message, version)));
}

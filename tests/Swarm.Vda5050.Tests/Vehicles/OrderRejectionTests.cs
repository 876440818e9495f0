namespace Swarm.Vda5050.Tests;

/// <summary>Every rejection by its name and level in both versions, and that none of them stops what runs.</summary>
public sealed class OrderRejectionTests
{
    private static readonly OrderMessage Next = Samples.Line("o", 1, 2, 6, 4);

    [Theory]
    [InlineData(ProtocolVersion.V2, "validationError", ErrorLevel.Warning)]
    [InlineData(ProtocolVersion.V3, "VALIDATION_FAILURE", ErrorLevel.Warning)]
    public void Malformed(ProtocolVersion version, string type, ErrorLevel level) =>
        Rejects(version, type, level, Next with { Edges = [] });

    [Theory]
    [InlineData(ProtocolVersion.V2, "orderError", ErrorLevel.Warning)]
    [InlineData(ProtocolVersion.V3, "UNSUPPORTED_PARAMETER", ErrorLevel.Critical)]
    public void UnsupportedParameter(ProtocolVersion version, string type, ErrorLevel level) =>
        Rejects(version, type, level, Next with { Edges = [Next.Edges[0] with { MaximumSpeed = 1 }, .. Next.Edges.Skip(1)] });

    [Theory]
    [InlineData(ProtocolVersion.V2, "orderError", ErrorLevel.Warning)]
    [InlineData(ProtocolVersion.V3, "INVALID_ORDER_ACTION", ErrorLevel.Warning)]
    public void UnsupportedAction(ProtocolVersion version, string type, ErrorLevel level) =>
        Rejects(version, type, level, Next with { Nodes = [.. Next.Nodes.SkipLast(1), Samples.Node(6, false, Samples.Action("a", type: "fly"))] });

    [Theory]
    [InlineData(ProtocolVersion.V2, "orderError", ErrorLevel.Warning)]
    [InlineData(ProtocolVersion.V3, "INSUFFICIENT_MEMORY", ErrorLevel.Urgent)]
    public void TooLongForItsMemory(ProtocolVersion version, string type, ErrorLevel level) =>
        Rejects(version, type, level, Samples.Line("o", 1, 2, 8, 4), settings => settings with
        {
            Factsheet = settings.Factsheet with
            {
                ProtocolLimits = settings.Factsheet.ProtocolLimits with { MaximumArrayLengths = new ArrayLimits { OrderNodes = 5 } },
            },
        });

    [Theory]
    [InlineData(ProtocolVersion.V2, "orderUpdateError", ErrorLevel.Warning)]
    [InlineData(ProtocolVersion.V3, "OUTDATED_ORDER_UPDATE", ErrorLevel.Warning)]
    public void Outdated(ProtocolVersion version, string type, ErrorLevel level)
    {
        var rig = VehicleRig.OnTheWay(version);
        rig.Order(Next);

        Rejects(rig, type, level, Samples.Line("o", 0, 0, 4, 2));
    }

    [Fact]
    public void SameUpdateIdWithOtherContent_In3() =>
        Rejects(ProtocolVersion.V3, "SAME_ORDER_UPDATE_ID", ErrorLevel.Warning, Samples.Line("o", 0, 0, 5, 2));

    [Fact]
    public void SameUpdateIdWithOtherContent_In2_IsIgnored()
    {
        var rig = VehicleRig.OnTheWay(ProtocolVersion.V2);

        rig.Order(Samples.Line("o", 0, 0, 5, 2));

        Assert.Empty(rig.Report.Errors);
        Assert.Equal(4, rig.State.Nodes.Count);
    }

    [Theory]
    [InlineData(ProtocolVersion.V2, "orderUpdateError", ErrorLevel.Warning)]
    [InlineData(ProtocolVersion.V3, "ORDER_UPDATE_FOLLOWING_CANCEL", ErrorLevel.Warning)]
    public void UpdateOfACancelledOrder(ProtocolVersion version, string type, ErrorLevel level)
    {
        var rig = VehicleRig.OnTheWay(version);
        rig.Instant(ActionTypes.CancelOrder);

        Rejects(rig, type, level, Next);
    }

    [Theory]
    [InlineData(ProtocolVersion.V2, "orderUpdateError", 1u)]
    [InlineData(ProtocolVersion.V2, "orderUpdateError", 3u)]
    [InlineData(ProtocolVersion.V3, "INVALID_ORDER", 1u)]
    [InlineData(ProtocolVersion.V3, "INVALID_ORDER", 3u)]
    public void UpdateFromAnotherNode(ProtocolVersion version, string type, uint from) =>
        Rejects(version, type, ErrorLevel.Warning, Samples.Line("o", 1, from, 6, 4));

    [Fact]
    public void StitchingNodeChanged_In3() => Rejects(
        ProtocolVersion.V3, "INVALID_ORDER", ErrorLevel.Warning,
        Next with { Nodes = [Next.Nodes[0] with { Actions = [Samples.Action("a")] }, .. Next.Nodes.Skip(1)] });

    [Fact]
    public void StitchingNodeChanged_In2_IsTakenAsItWas()
    {
        var rig = VehicleRig.OnTheWay(ProtocolVersion.V2);

        rig.Order(Next with { Nodes = [Next.Nodes[0] with { Actions = [Samples.Action("a")] }, .. Next.Nodes.Skip(1)] });

        Assert.Equal(1u, rig.Report.OrderUpdateId);
        Assert.Empty(rig.Report.ActionStates);
    }

    [Theory]
    [InlineData(ProtocolVersion.V2, "orderError", ErrorLevel.Warning)]
    [InlineData(ProtocolVersion.V3, "OTHER_ORDER_ACTIVE", ErrorLevel.Warning)]
    public void AnotherOrderWhileOneIsActive(ProtocolVersion version, string type, ErrorLevel level) =>
        Rejects(version, type, level, Samples.Line("p", 0, 0, 1, 1));

    [Theory]
    [InlineData(ProtocolVersion.V2)]
    [InlineData(ProtocolVersion.V3)]
    public void StitchedUnderAnotherOrderId(ProtocolVersion version)
    {
        var rig = VehicleRig.OnTheWay(version);

        rig.Order(Next with { OrderId = "p" });

        Assert.Equal("o", rig.Report.OrderId);
        Assert.Single(rig.Report.Errors);
    }

    [Fact]
    public void NewOrderThatIsAnUpdate_In3() => Rejects(
        new VehicleRig(ProtocolVersion.V3), "INVALID_ORDER", ErrorLevel.Warning, Samples.Line("p", 1, 0, 1, 1));

    [Theory]
    [InlineData(ProtocolVersion.V2, "orderError")]
    [InlineData(ProtocolVersion.V3, "START_NODE_OUT_OF_RANGE")]
    public void StartElsewhere(ProtocolVersion version, string type)
    {
        var order = Samples.Line("p", 0, 0, 1, 1);
        order = order with { Nodes = [order.Nodes[0] with { NodeId = "elsewhere" }, order.Nodes[1]] };
        var rig = new VehicleRig(version);
        Rejects(rig, type, ErrorLevel.Warning, order);

        rig.Tell(new VehicleInput.PoseChanged(StateSamples.Position with { X = 0.6, Y = 0, Theta = 0 }));
        Rejects(rig, type, ErrorLevel.Warning, order);
        rig.Tell(new VehicleInput.PoseChanged(StateSamples.Position with { X = 0.4, Y = 0, Theta = 1 }));
        Rejects(rig, type, ErrorLevel.Warning, order);
        rig.Tell(new VehicleInput.PoseChanged(StateSamples.Position with { X = 0.4, Y = 0, Theta = 0.1 }));
        rig.Order(order);

        Assert.Equal("p", rig.Report.OrderId);
        Assert.Empty(rig.Report.Errors);
    }

    [Theory]
    [InlineData(ProtocolVersion.V2, "orderError")]
    [InlineData(ProtocolVersion.V3, "NO_ROUTE_TO_TARGET")]
    public void Unreachable(ProtocolVersion version, string type) => Rejects(
        version, type, ErrorLevel.Warning, Next, settings => settings with { Unreachable = order => order.OrderUpdateId > 0 ? "n6" : null });

    [Theory]
    [InlineData(ProtocolVersion.V2, "orderError")]
    [InlineData(ProtocolVersion.V3, "UNKNOWN_MAP_ID")]
    public void UnknownMap(ProtocolVersion version, string type)
    {
        var rig = VehicleRig.OnTheWay(version);
        rig.Tell(new VehicleInput.MapsChanged([new MapState { MapId = "roof", MapVersion = "1", MapStatus = EnabledStatus.Enabled }]));

        Rejects(rig, type, ErrorLevel.Warning, Next);
    }

    [Theory]
    [InlineData(ProtocolVersion.V2, OperatingMode.Manual, "orderError")]
    [InlineData(ProtocolVersion.V3, OperatingMode.Manual, "MOBILE_ROBOT_NOT_AVAILABLE")]
    [InlineData(ProtocolVersion.V3, OperatingMode.Startup, "MOBILE_ROBOT_NOT_AVAILABLE")]
    [InlineData(ProtocolVersion.V3, OperatingMode.Service, "MOBILE_ROBOT_NOT_AVAILABLE")]
    [InlineData(ProtocolVersion.V3, OperatingMode.TeachIn, "MOBILE_ROBOT_NOT_AVAILABLE")]
    public void NotAvailable(ProtocolVersion version, OperatingMode mode, string type)
    {
        var rig = new VehicleRig(version);
        rig.Mode(mode);

        Rejects(rig, type, ErrorLevel.Warning, Samples.Line("p", 0, 0, 1, 1));
        rig.Mode(OperatingMode.Automatic);

        Assert.Equal(version == ProtocolVersion.V3 ? 0 : 1, rig.Report.Errors.Count);
    }

    [Theory]
    [InlineData(ProtocolVersion.V2, "orderUpdateError")]
    [InlineData(ProtocolVersion.V3, "OUTDATED_ORDER_UPDATE")]
    public void AnOrderThatWasRunBefore(ProtocolVersion version, string type)
    {
        var rig = new VehicleRig(version);
        rig.Order(Samples.Line("p", 0, 0, 0, 0));
        rig.Order(Samples.Line("q", 0, 0, 0, 0));

        Rejects(rig, type, ErrorLevel.Warning, Samples.Line("p", 0, 0, 0, 0));
    }

    [Fact]
    public void AMessageThatIsNoOrder()
    {
        var rig = VehicleRig.OnTheWay(ProtocolVersion.V3);

        rig.Tell(new VehicleInput.Unreadable("order", VdaCodec.V3.Read<OrderMessage>("{"u8).Violations));

        Assert.Equal("order", rig.Error("VALIDATION_FAILURE").Reference("topic"));
        Assert.NotNull(rig.State.Goal);
    }

    [Fact]
    public void Rejections_EndWithTheNextOrderThatIsTaken_AndAreOneEach()
    {
        var rig = VehicleRig.OnTheWay(ProtocolVersion.V3);
        rig.Order(Samples.Line("p", 0, 0, 1, 1));
        rig.Order(Samples.Line("p", 0, 0, 1, 1));
        Assert.Single(rig.Report.Errors);

        rig.Order(Next);

        Assert.Empty(rig.Report.Errors);
    }

    private static void Rejects(
        ProtocolVersion version, string type, ErrorLevel level, OrderMessage order, Func<VehicleSettings, VehicleSettings>? change = null) =>
        Rejects(VehicleRig.OnTheWay(version, change), type, level, order);

    private static void Rejects(VehicleRig rig, string type, ErrorLevel level, OrderMessage order)
    {
        var before = rig.State;

        var effects = rig.Order(order);

        var error = rig.Error(type);
        Assert.Equal(level, error.ErrorLevel);
        Assert.Equal(order.OrderId, error.Reference("orderId"));
        Assert.Equal(order.OrderUpdateId.ToString(System.Globalization.CultureInfo.InvariantCulture), error.Reference("orderUpdateId"));
        Assert.Single(effects.OfType<VehicleEffect.OrderRejected>());
        Assert.Contains(effects.OfType<VehicleEffect.Publish>(), effect => effect.Message is StateMessage);
        Assert.Equal((before.Order, before.Nodes, before.Edges, before.Actions, before.Goal),
            (rig.State.Order, rig.State.Nodes, rig.State.Edges, rig.State.Actions, rig.State.Goal));
        Assert.True(RejectionErrors.IsRejection(type));
    }
}

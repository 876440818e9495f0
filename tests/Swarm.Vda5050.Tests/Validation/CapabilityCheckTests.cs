namespace Swarm.Vda5050.Tests;

public sealed class CapabilityCheckTests
{
    private static readonly OrderMessage Order = Samples.Line("o", 0, 0, 2, 1);
    private static readonly FactsheetMessage Factsheet = FactsheetSamples.Full;

    [Fact]
    public void Check_WithinTheLimits_FindsNothing() => Assert.Empty(Check(Order, Factsheet));

    [Fact]
    public void Check_LimitsOfZero_AreNone() => Assert.Empty(Check(
        Order, Limits(new StringLimits { MaximumIdLength = 0, MaximumMessageLength = 0 }, new ArrayLimits { OrderNodes = 0 })));

    [Fact]
    public void Check_OverTheLimits_IsNamed()
    {
        var factsheet = Limits(
            new StringLimits { MaximumIdLength = 1, MaximumMessageLength = 99, IdNumericalOnly = true },
            new ArrayLimits { OrderNodes = 2, NodeStates = 1 });

        var found = Check(Order, factsheet);

        Assert.Contains(found, violation => violation is { Path: "$", Rule: Rule.MessageLength });
        Assert.Contains(found, violation => violation is { Path: "$.nodes", Rule: Rule.ListLength, Problem: "has 3, the vehicle takes 2" });
        Assert.Contains(found, violation => violation is { Path: "$.nodes", Rule: Rule.ListLength, Problem: "has 2, the vehicle takes 1" });
        Assert.Contains(found, violation => violation is { Path: "$.nodes[1].nodeId", Rule: Rule.TextLength });
        Assert.Contains(found, violation => violation is { Path: "$.orderId", Rule: Rule.NumericId });
    }

    [Fact]
    public void Check_OptionalFieldNotListed_IsNamed()
    {
        var order = Order with { Edges = [Order.Edges[0] with { MaximumSpeed = 1 }, Order.Edges[1]] };

        Assert.Equal(("$.edges[0].maximumSpeed", Rule.UnsupportedParameter), PathAndRule(Assert.Single(Check(order, Factsheet))));
        Assert.Equal("$.edges[0].maxSpeed", Assert.Single(CapabilityCheck.Check(order, Factsheet, ProtocolVersion.V2, 100)).Path);
    }

    [Fact]
    public void Check_NoOptionalFieldsListed_TakesAll() => Assert.Empty(Check(
        Samples.FullOrder, FactsheetSamples.Plain with
        {
            ProtocolFeatures = FactsheetSamples.Plain.ProtocolFeatures with { OptionalParameters = [] },
        }));

    [Fact]
    public void Check_RequiredFieldMissing_IsNamed() => Assert.Equal(
        ("$.nodes[2]", Rule.RequiredParameter),
        PathAndRule(Assert.Single(Check(Order with { Nodes = [.. Order.Nodes.Take(2), Order.Nodes[2] with { NodePosition = null }] }, Factsheet))));

    [Fact]
    public void Check_Actions_TypeScopeBlockingAndParameters()
    {
        Assert.Equal("$.nodes[0].actions[0].actionType", Only(Samples.Action("a", type: "fly")).Path);
        Assert.Equal("$.nodes[0].actions[0].actionType", Only(Samples.Action("a", type: ActionTypes.StartPause)).Path);
        Assert.Equal("$.nodes[0].actions[0].blockingType", Only(Samples.Action("a", BlockingType.Single)).Path);
        Assert.Equal("$.nodes[0].actions[0].actionParameters[0].value",
            Only(Samples.Action("a") with { ActionParameters = [ActionParameter.Of("seconds", "two")] }).Path);
        Assert.Equal("$.nodes[0].actions[0].actionParameters[0].key",
            Only(Samples.Action("a") with { ActionParameters = [ActionParameter.Of("tone", "c")] }).Path);
        Assert.Empty(Check(With(Samples.Action("a") with { ActionParameters = [ActionParameter.Of("seconds", 2)] }), Factsheet));

        static Violation Only(VehicleAction action) => Assert.Single(Check(With(action), Factsheet));
        static OrderMessage With(VehicleAction action) =>
            Order with { Nodes = [Order.Nodes[0] with { Actions = [action] }, .. Order.Nodes.Skip(1)] };
    }

    [Fact]
    public void Check_InstantActions_CommonOnesNeedNotBeListed()
    {
        Assert.Empty(CapabilityCheck.Check(Samples.FullInstantActions, Factsheet, ProtocolVersion.V3, 100));
        Assert.Equal(Rule.UnsupportedAction, Assert.Single(CapabilityCheck.Check(
            new InstantActionsMessage { Actions = [Samples.Action("a", type: "fly")] }, Factsheet, ProtocolVersion.V3, 100)).Rule);
    }

    [Fact]
    public void Check_ZoneOfATypeNotListed_IsNamed() => Assert.Equal(
        8, CapabilityCheck.Check(ZoneSamples.Full, Factsheet, 100).Count(violation => violation.Rule == Rule.UnsupportedZone));

    private static (string Path, Rule Rule) PathAndRule(Violation violation) => (violation.Path, violation.Rule);

    private static IReadOnlyList<Violation> Check(OrderMessage order, FactsheetMessage factsheet) =>
        CapabilityCheck.Check(order, factsheet, ProtocolVersion.V3, 100);

    private static FactsheetMessage Limits(StringLimits strings, ArrayLimits arrays) => Factsheet with
    {
        ProtocolLimits = Factsheet.ProtocolLimits with { MaximumStringLengths = strings, MaximumArrayLengths = arrays },
    };
}

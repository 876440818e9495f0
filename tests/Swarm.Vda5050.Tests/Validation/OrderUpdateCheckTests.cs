namespace Swarm.Vda5050.Tests;

public sealed class OrderUpdateCheckTests
{
    private static readonly OrderMessage Before = Samples.Line("o", 3, 0, 4, 2);
    private static readonly OrderMessage Good = Samples.Line("o", 4, 2, 6, 4);

    [Fact]
    public void Check_FromTheLastBaseNode_FindsNothing()
    {
        Assert.Empty(OrderUpdateCheck.Check(Before, Good, ProtocolVersion.V3));
        Assert.Empty(OrderUpdateCheck.Check(Before, Samples.Line("o", 4, 2, 2, 2), ProtocolVersion.V3));
    }

    [Fact]
    public void Check_AnotherOrder_IsNamed() => Finds(Good with { OrderId = "p" }, ("$.orderId", Rule.SameOrder));

    [Theory]
    [InlineData(3u)]
    [InlineData(2u)]
    public void Check_UpdateIdNotHigher_IsNamed(uint update) => Finds(Good with { OrderUpdateId = update }, ("$.orderUpdateId", Rule.UpdateId));

    [Theory]
    [InlineData(1u)]
    [InlineData(3u)]
    public void Check_FromAnotherNode_IsNamed(uint from) => Finds(Samples.Line("o", 4, from, 6, 4), ("$.nodes[0]", Rule.Stitching));

    [Fact]
    public void Check_StitchingNodeOfTheSameNameElsewhereInTheSequence_IsNamed() => Finds(
        Good with { Nodes = [Good.Nodes[0] with { SequenceId = 6 }, .. Good.Nodes.Skip(1)] }, ("$.nodes[0]", Rule.Stitching));

    [Fact]
    public void Check_StitchingNodeChanged_IsNamed() => Finds(
        Good with { Nodes = [Good.Nodes[0] with { Actions = [Samples.Action("a")] }, .. Good.Nodes.Skip(1)] }, ("$.nodes[0]", Rule.StitchingContent));

    [Fact]
    public void Check_ActionOfTheBaseAgain_IsNamed()
    {
        var before = Before with { Nodes = [Before.Nodes[0] with { Actions = [Samples.Action("a")] }, .. Before.Nodes.Skip(1)] };
        var update = Good with { Edges = [Good.Edges[0] with { Actions = [Samples.Action("a")] }, .. Good.Edges.Skip(1)] };

        var violation = Assert.Single(OrderUpdateCheck.Check(before, update, ProtocolVersion.V3));

        Assert.Equal(("$.edges[0].actions[0].actionId", Rule.ActionIdUnique), (violation.Path, violation.Rule));
    }

    [Fact]
    public void Check_StitchingNodeWithItsActions_FindsNothing()
    {
        var node = Before.Nodes[2] with { Actions = [Samples.Action("a") with { ActionParameters = [ActionParameter.Of("k", "v")] }] };
        var again = node with { Actions = [Samples.Action("a") with { ActionParameters = [ActionParameter.Of("k", "v")], Retriable = false }] };

        Assert.Empty(OrderUpdateCheck.Check(
            Before with { Nodes = [.. Before.Nodes.Take(2), node, .. Before.Nodes.Skip(3)] },
            Good with { Nodes = [again, .. Good.Nodes.Skip(1)] },
            ProtocolVersion.V3));
    }

    private static void Finds(OrderMessage update, params (string Path, Rule Rule)[] expected) =>
        Assert.Equal(expected, OrderUpdateCheck.Check(Before, update, ProtocolVersion.V3).Select(violation => (violation.Path, violation.Rule)));
}

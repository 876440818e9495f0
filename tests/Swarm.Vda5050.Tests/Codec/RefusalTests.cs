using System.Text;
using CsCheck;

namespace Swarm.Vda5050.Tests;

/// <summary>What cannot be read is told by path and rule, and never thrown.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("", Rule.Json, "$")]
    [InlineData("{", Rule.Json, "$")]
    [InlineData("not json", Rule.Json, "$")]
    [InlineData("null", Rule.Shape, "$")]
    [InlineData("[]", Rule.Shape, "$")]
    [InlineData("{}", Rule.Shape, "$")]
    [InlineData("{} {}", Rule.Json, "$")]
    public void Read_NoMessage_IsRefused(string text, Rule rule, string path)
    {
        var violation = Assert.Single(VdaCodec.V3.Read<OrderMessage>(Encoding.UTF8.GetBytes(text)).Violations);

        Assert.Equal((rule, path), (violation.Rule, violation.Path));
    }

    [Theory]
    [InlineData("\"sequenceId\":2,", "\"sequenceId\":-2,", Rule.Shape, "$.nodes[1].sequenceId")]
    [InlineData("\"sequenceId\":2,", "\"sequenceId\":\"2\",", Rule.Shape, "$.nodes[1].sequenceId")]
    [InlineData("\"sequenceId\":2,", "\"sequenceId\":4294967296,", Rule.Shape, "$.nodes[1].sequenceId")]
    [InlineData("\"sequenceId\":2,", "", Rule.Shape, "$.nodes[1]")]
    [InlineData("\"nodeId\":\"n1\"", "\"nodeId\":null", Rule.Shape, "$.nodes[1].nodeId")]
    [InlineData("\"blockingType\":\"HARD\"", "\"blockingType\":\"VERY_HARD\"", Rule.KnownName, "$.nodes[1].actions[0].blockingType")]
    [InlineData("\"blockingType\":\"HARD\"", "\"blockingType\":\"hard\"", Rule.KnownName, "$.nodes[1].actions[0].blockingType")]
    [InlineData("\"theta\":1.5", "\"theta\":1e999", Rule.Finite, "$.nodes[1].nodePosition.theta")]
    [InlineData("\"theta\":1.5", "\"theta\":\"NaN\"", Rule.Finite, "$.nodes[1].nodePosition.theta")]
    [InlineData("\"theta\":1.5", "\"theta\":NaN", Rule.Json, "$")]
    [InlineData("\"theta\":1.5", "\"theta\":4", Rule.Range, "$.nodes[1].nodePosition.theta")]
    [InlineData("\"actions\":[]", "\"actions\":[null]", Rule.Shape, "$.nodes[0].actions[0]")]
    [InlineData("\"orderId\":\"o-1\"", "\"orderId\":\"o-1\",\"orderId\":\"o-2\"", Rule.Json, "$.orderId")]
    [InlineData("\"timestamp\":\"2026-05-01T12:00:00.125Z\"", "\"timestamp\":\"noon\"", Rule.Shape, "$.timestamp")]
    [InlineData("\"version\":\"3.0.0\"", "\"version\":\"2.1.0\"", Rule.Header, "$.version")]
    [InlineData("\"manufacturer\":\"acme\"", "\"manufacturer\":\"a/b\"", Rule.Header, "$.manufacturer")]
    public void Read_WrongField_IsNamed(string good, string bad, Rule rule, string path)
    {
        var text = Encoding.UTF8.GetString(VdaCodec.V3.Write(Samples.WithHeader(Samples.FullOrder, ProtocolVersion.V3)));
        var at = text.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{good} is not in {text}");
        text = string.Concat(text.AsSpan(0, at), bad, text.AsSpan(at + good.Length));

        var violation = Assert.Single(VdaCodec.V3.Read<OrderMessage>(Encoding.UTF8.GetBytes(text)).Violations);

        Assert.Equal((rule, path), (violation.Rule, violation.Path));
        Assert.DoesNotContain("Swarm", violation.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TooLarge_IsRefused()
    {
        var codec = new VdaCodec(ProtocolVersion.V3, new CodecLimits(MaxBytes: 100));

        Assert.Equal(Rule.Size, Assert.Single(codec.Read<OrderMessage>(new byte[101]).Violations).Rule);
    }

    [Fact]
    public void Read_TooDeep_IsRefused()
    {
        var text = $$"""{"x":{{new string('[', 100_000)}}""";

        Assert.Equal(Rule.Depth, Assert.Single(VdaCodec.V3.Read<OrderMessage>(Encoding.UTF8.GetBytes(text)).Violations).Rule);
    }

    [Fact]
    public void Read_NullWithinAParameter_IsTaken()
    {
        var order = Samples.Line("o", 0, 0, 0, 0);
        var value = System.Text.Json.JsonDocument.Parse("""[1,null,{"a":[null]}]""").RootElement;
        order = order with { Nodes = [order.Nodes[0] with { Actions = [Samples.Action("a") with { ActionParameters = [new ActionParameter { Key = "k", Value = value }] }] }] };

        Assert.True(VdaCodec.V3.Read<OrderMessage>(VdaCodec.V3.Write(Samples.WithHeader(order, ProtocolVersion.V3))).IsGood);
    }

    [Fact]
    public void Read_AnyBrokenText_IsRefusedOrTaken()
    {
        byte[][] good =
        [
            VdaCodec.V3.Write(Samples.WithHeader(Samples.FullOrder, ProtocolVersion.V3)),
            VdaCodec.V3.Write(Samples.WithHeader(StateSamples.Full, ProtocolVersion.V3)),
            VdaCodec.V3.Write(Samples.WithHeader(FactsheetSamples.Full, ProtocolVersion.V3)),
            VdaCodec.V3.Write(Samples.WithHeader(ZoneSamples.Full, ProtocolVersion.V3)),
        ];
        byte[][] pieces = [.. new[] { "null", "[]", "{}", "-1", "1e999", "\"\"", "true", "[null]", "99999999999", "\"\\ud800\"" }.Select(Encoding.UTF8.GetBytes)];

        Seeded.Sample(
            Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, int.MaxValue], Gen.Int[0, 12], Gen.Int[-1, pieces.Length - 1], Gen.Byte), 1_000,
            broken =>
            {
                var (which, where, cut, piece, noise) = broken;
                var text = good[which];
                where %= text.Length;
                byte[] message = [.. text[..where], .. piece < 0 ? [noise] : pieces[piece], .. text[Math.Min(where + cut, text.Length)..]];

                Assert.NotNull(VdaCodec.V3.Read<OrderMessage>(message).Violations);
                Assert.NotNull(VdaCodec.V3.Read<StateMessage>(message).Violations);
                Assert.NotNull(VdaCodec.V2.Read<StateMessage>(message).Violations);
                Assert.NotNull(VdaCodec.V3.Read<FactsheetMessage>(message).Violations);
                Assert.NotNull(VdaCodec.V3.Read<ZoneSetMessage>(message).Violations);
            });
    }
}

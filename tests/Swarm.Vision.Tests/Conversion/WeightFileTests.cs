using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Swarm.Vision.Tests;

public sealed class WeightFileTests
{
    [Fact]
    public void Read_Float16_IsWidened()
    {
        var bytes = MemoryMarshal.AsBytes<Half>([(Half)1.5f, (Half)(-0.1f)]).ToArray();
        var weight = new GraphBuilder().Constant("w", [2], "float32", new JsonObject { ["dtype"] = "float16" }, bytes).Read().Weight("w");

        Assert.Equal([1.5f, (float)(Half)(-0.1f)], weight.Values);
    }

    [Theory]
    [InlineData("uint8", new byte[] { 0, 255 }, new float[] { -1, 50 })]
    [InlineData("uint16", new byte[] { 0, 0, 0, 1 }, new float[] { -1, 50.2f })]
    public void Read_Quantised_IsScaledAndShifted(string stored, byte[] bytes, float[] expected)
    {
        var quantization = new JsonObject { ["dtype"] = stored, ["scale"] = 0.2, ["min"] = -1 };
        var weight = new GraphBuilder().Constant("w", [2], "float32", quantization, bytes).Read().Weight("w");

        Assert.Equal(expected, weight.Values.Select(value => MathF.Round(value, 4)));
    }

    [Theory]
    [InlineData("bool", 2, "type bool is not known")]
    [InlineData("string", 2, "type string is not known")]
    [InlineData("float32", 7, "8 bytes by the manifest; the file has 7")]
    [InlineData("float32", 9, "8 bytes by the manifest; the file has 9")]
    public void Read_UnknownTypeOrLength_IsNamed(string type, int bytes, string fault)
    {
        var graph = new GraphBuilder().Constant("w", [2], type, null, new byte[bytes]);

        Assert.Contains(fault, Assert.Throws<ConversionException>(graph.Read).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Read_ImpossibleShape_IsNamed(int size)
    {
        var graph = new GraphBuilder().Constant("w", [size, 4], "float32", null, []);

        Assert.Contains("constant w: a shape", Assert.Throws<ConversionException>(graph.Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SameConstantTwice_IsNamed()
    {
        var graph = new GraphBuilder().Constant("w", [], 1).Picture(1, 1, 1);
        var (json, weights) = graph.Files();
        var twice = JsonNode.Parse(json)!;
        var entries = twice["weightsManifest"]![0]!["weights"]!.AsArray();
        entries.Add(entries[0]!.DeepClone());

        var fault = Assert.Throws<ConversionException>(() => GraphModelReader.Read(System.Text.Encoding.UTF8.GetBytes(twice.ToJsonString()), [.. weights, .. weights]));

        Assert.Contains("twice", fault.Message, StringComparison.Ordinal);
    }
}

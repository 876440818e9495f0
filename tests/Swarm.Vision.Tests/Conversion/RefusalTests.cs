using System.Text;
using static Swarm.Vision.Tests.GraphBuilder;

namespace Swarm.Vision.Tests;

public sealed class RefusalTests
{
    private static string Fault(GraphBuilder graph, string output = "out") =>
        Assert.Throws<ConversionException>(() => OnnxConverter.Convert(graph.Read(), (output, "answer"))).Message;

    [Fact]
    public void Convert_UnknownOperation_IsNamedWithItsNode()
    {
        var fault = Fault(new GraphBuilder().Picture(1, 1, 1).Node("deep/strange", "Erfc", ["picture"]).Node("out", "Relu", ["deep/strange"]));

        Assert.Contains("node deep/strange: operation Erfc is not known", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Convert_UnknownOperationThatNoOutputNeeds_DoesNotMatter()
    {
        var graph = new GraphBuilder().Picture(1, 1, 1).Node("out", "Relu", ["picture"]).Node("other", "TopKV2", ["out"]).Node("more", "Neg", ["other:1"]);

        Assert.Equal([2], Onnx.Run(graph, "out", 1, 1, 1, [2]));
    }

    [Fact]
    public void Convert_SecondOutputOfAnOperation_IsRefused() =>
        Assert.Contains("no node picture:1", Fault(new GraphBuilder().Picture(1, 1, 1).Node("out", "Relu", ["picture:1"])), StringComparison.Ordinal);

    [Fact]
    public void Convert_FirstOutputAndOrderingInputs_AreUnderstood()
    {
        var graph = new GraphBuilder().Picture(1, 1, 1).Node("out", "Relu", ["picture:0", "^picture"]);

        Assert.Equal([2], Onnx.Run(graph, "out", 1, 1, 1, [2]));
    }

    [Fact]
    public void Convert_UnknownType_IsNamed() => Assert.Contains(
        "type DT_HALF is not known",
        Fault(new GraphBuilder().Picture(1, 1, 1).Node("out", "Relu", ["picture"], Type("T", "DT_HALF"))),
        StringComparison.Ordinal);

    [Fact]
    public void Convert_OtherDataFormat_IsNamed() => Assert.Contains(
        "data format NCHW is not known",
        Fault(new GraphBuilder().Picture(1, 1, 1).Node("out", "MaxPool", ["picture"], Text("data_format", "NCHW"))),
        StringComparison.Ordinal);

    [Fact]
    public void Convert_MeanOverChannels_IsRefused() => Assert.Contains(
        "node out (Mean)",
        Fault(new GraphBuilder().Picture(1, 1, 1).Wholes("axes", [1], 3).Node("out", "Mean", ["picture", "axes"], Flag("keep_dims", true))),
        StringComparison.Ordinal);

    [Fact]
    public void Convert_NodeThatNeedsItself_IsRefused()
    {
        var graph = new GraphBuilder().Picture(1, 1, 1).Node("a", "Add", ["picture", "b"]).Node("b", "Relu", ["a"]).Node("out", "Relu", ["b"]);

        Assert.Contains("needs itself", Fault(graph), StringComparison.Ordinal);
    }

    [Fact]
    public void Convert_MissingOutput_IsNamed() => Assert.Contains("no node nowhere", Fault(new GraphBuilder().Picture(1, 1, 1), "nowhere"), StringComparison.Ordinal);

    [Fact]
    public void Convert_ConstantOfAnotherShape_IsNamed() => Assert.Contains(
        "constant c of shape 3",
        Fault(new GraphBuilder().Picture(1, 1, 2).Constant("c", [3], 1, 2, 3).Node("out", "Add", ["picture", "c"])),
        StringComparison.Ordinal);

    [Fact]
    public void Convert_TwoPicturesThatDoNotFit_AreRefused()
    {
        var graph = new GraphBuilder().Picture(1, 4, 1)
            .Node("small", "MaxPool", ["picture"], Wholes("ksize", 1, 1, 2, 1), Wholes("strides", 1, 1, 2, 1), Text("padding", "VALID"))
            .Node("out", "Add", ["picture", "small"]);

        Assert.Contains("sizes 4 and 2 do not go together", Fault(graph), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"format":"layers-model"}""")]
    [InlineData("""{"format":"graph-model","modelTopology":{"node":[{"op":"Relu"}]},"weightsManifest":[]}""")]
    [InlineData("""{"format":"graph-model","modelTopology":{"node":[{"name":"a","op":"Relu"},{"name":"a","op":"Relu"}]},"weightsManifest":[]}""")]
    public void Read_NoGraphModel_IsRefused(string json) =>
        Assert.Throws<ConversionException>(() => GraphModelReader.Read(Encoding.UTF8.GetBytes(json), []));
}

using Swarm.Inference.Onnx;
using static Swarm.Vision.Tests.GraphBuilder;

namespace Swarm.Vision.Tests;

/// <summary>Factors are moved into the filters of convolutions; what comes out stays the same.</summary>
public sealed class ScaleTests
{
    /// <summary>c · x · Relu6(x + 3), as TensorFlow writes the hard swish.</summary>
    private static GraphBuilder Swish(int columns, bool threeFirst = false) => new GraphBuilder().Picture(1, columns, 1)
        .Constant("c", [], 0.5f).Constant("three", [], 3)
        .Node("part", "Mul", ["c", "picture"]).Node("sum", "Add", threeFirst ? ["three", "picture"] : ["picture", "three"])
        .Node("six", "Relu6", ["sum"]).Node("swish", "Mul", ["part", "six"]);

    private static IReadOnlyList<string> Operations(ModelProto model) => [.. model.Graph.Node.Select(node => node.OpType)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Convert_HardSwish_IsExact(bool threeFirst)
    {
        var answer = Onnx.Run(Swish(5, threeFirst), "swish", 1, 5, 1, [-4, -3, 0, 1, 10]);

        Assert.Equal([0, 0, 0, 2, 30], answer.Select(value => MathF.Round(value, 5)));
    }

    [Fact]
    public void Convert_HardSwishBeforeAConvolution_LeavesItsFactorToTheFilter()
    {
        var graph = Swish(2).Constant("filter", [1, 1, 1, 1], 10).Constant("bias", [1], 1)
            .Node("out", "_FusedConv2D", ["swish", "filter", "bias"], Text("padding", "SAME"), Wholes("strides", 1, 1, 1, 1), Texts("fused_ops", "BiasAdd"));

        Assert.Equal(["HardSigmoid", "Mul", "Conv", "Identity"], Operations(OnnxConverter.Convert(graph.Read(), ("out", "answer"))));
        Assert.Equal([21, 301], Onnx.Run(graph, "out", 1, 2, 1, [1, 10]).Select(value => MathF.Round(value, 4)));
    }

    [Fact]
    public void Convert_FactorBeforeAnActivation_IsAppliedFirst()
    {
        var graph = new GraphBuilder().Picture(1, 2, 1).Constant("c", [], -2).Node("half", "Mul", ["picture", "c"]).Node("out", "Relu6", ["half"]);

        Assert.Equal([6, 0], Onnx.Run(graph, "out", 1, 2, 1, [-5, 5]));
    }

    [Fact]
    public void Convert_FactorsUsedTwice_StayApart()
    {
        var graph = new GraphBuilder().Picture(1, 1, 2).Constant("two", [], 2).Constant("five", [], 5).Constant("filter", [1, 1, 2, 1], 1, 10)
            .Node("double", "Mul", ["picture", "two"]).Node("fivefold", "Mul", ["five", "picture"])
            .Node("a", "Conv2D", ["double", "filter"], Text("padding", "SAME")).Node("b", "Conv2D", ["fivefold", "filter"], Text("padding", "SAME"))
            .Node("sum", "Add", ["a", "b"]).Node("left", "Sub", ["double", "fivefold"]).Node("out", "Mul", ["sum", "left"]);

        // (2 + 5) · (1 + 20) times (2 − 5) · (1, 2).
        Assert.Equal([7 * 21 * -3, 7 * 21 * -6], Onnx.Run(graph, "out", 1, 1, 2, [1, 2]));
    }

    [Fact]
    public void Convert_MeanOfSomethingScaled_KeepsTheFactor()
    {
        var graph = new GraphBuilder().Picture(1, 2, 1).Constant("two", [], 2).Wholes("axes", [2], 1, 2)
            .Node("double", "Mul", ["picture", "two"]).Node("mean", "Mean", ["double", "axes"], Flag("keep_dims", true)).Node("out", "Mul", ["mean", "double"]);

        Assert.Equal([4 * 2 * 1, 4 * 2 * 3], Onnx.Run(graph, "out", 1, 2, 1, [1, 3]));
    }

    [Fact]
    public void Convert_Relu6OfAnotherSum_StaysWhatItIs()
    {
        var graph = new GraphBuilder().Picture(1, 3, 1).Constant("c", [], 4).Node("sum", "Add", ["picture", "c"]).Node("out", "Relu6", ["sum"]);

        Assert.Equal([0, 5, 6], Onnx.Run(graph, "out", 1, 3, 1, [-4, 1, 9]));
    }
}

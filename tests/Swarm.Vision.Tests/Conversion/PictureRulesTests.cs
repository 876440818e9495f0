using static Swarm.Vision.Tests.GraphBuilder;

namespace Swarm.Vision.Tests;

/// <summary>Each answer is worked out by hand from TensorFlow's definition of the operation.</summary>
public sealed class PictureRulesTests
{
    [Theory]
    [InlineData("Relu", new float[] { 0, 0, 3, 9 })]
    [InlineData("Relu6", new float[] { 0, 0, 3, 6 })]
    [InlineData("Identity", new float[] { -1, 0, 3, 9 })]
    public void Convert_ActivationAndIdentity_WorkOnEachNumber(string operation, float[] expected) =>
        Assert.Equal(expected, Onnx.Run(new GraphBuilder().Picture(1, 4, 1).Node("out", operation, ["picture"]), "out", 1, 4, 1, [-1, 0, 3, 9]));

    [Fact]
    public void Convert_Sigmoid_IsTheLogisticFunction()
    {
        var answer = Onnx.Run(new GraphBuilder().Picture(1, 2, 1).Node("out", "Sigmoid", ["picture"]), "out", 1, 2, 1, [0, MathF.Log(3)]);

        Assert.Equal([0.5f, 0.75f], answer.Select(value => MathF.Round(value, 5)));
    }

    [Theory]
    [InlineData("Add", new float[] { 11, 22, 13, 24 })]
    [InlineData("AddV2", new float[] { 11, 22, 13, 24 })]
    [InlineData("BiasAdd", new float[] { 11, 22, 13, 24 })]
    [InlineData("Sub", new float[] { -9, -18, -7, -16 })]
    [InlineData("Mul", new float[] { 10, 40, 30, 80 })]
    public void Convert_ConstantForEachChannel_GoesToItsChannel(string operation, float[] expected)
    {
        var graph = new GraphBuilder().Picture(1, 2, 2).Constant("c", [2], 10, 20).Node("out", operation, ["picture", "c"]);

        Assert.Equal(expected, Onnx.Run(graph, "out", 1, 2, 2, [1, 2, 3, 4]));
    }

    [Fact]
    public void Convert_ConstantBefore_StaysBefore()
    {
        var graph = new GraphBuilder().Picture(1, 2, 1).Constant("c", [], 10).Node("out", "Sub", ["c", "picture"]);

        Assert.Equal([9, 8], Onnx.Run(graph, "out", 1, 2, 1, [1, 2]));
    }

    [Fact]
    public void Convert_MeanOverRowsAndColumns_SpreadsOverThePictureAgain()
    {
        var graph = new GraphBuilder().Picture(2, 2, 2).Wholes("axes", [2], 1, 2)
            .Node("mean", "Mean", ["picture", "axes"], Flag("keep_dims", true))
            .Node("out", "Mul", ["mean", "picture"]);

        // Means 2.5 and 10.
        Assert.Equal([2.5f, 0, 5, 0, 7.5f, 100, 10, 300], Onnx.Run(graph, "out", 2, 2, 2, [1, 0, 2, 0, 3, 10, 4, 30]));
    }

    [Fact]
    public void Convert_PeaksOfAHeatMap_KeepsEachChannelsOwn()
    {
        var graph = new GraphBuilder().Picture(1, 4, 2)
            .Node("most", "MaxPool", ["picture"], Wholes("ksize", 1, 3, 3, 1), Wholes("strides", 1, 1, 1, 1), Text("padding", "SAME"))
            .Node("same", "Equal", ["picture", "most"], Type("T", "DT_FLOAT"))
            .Node("mask", "Cast", ["same"], Type("SrcT", "DT_BOOL"), Type("DstT", "DT_FLOAT"))
            .Node("out", "Mul", ["picture", "mask"]);

        // First channel 1 5 2 3: peaks 5 and 3. Second channel 9 1 1 8: peaks 9 and 8.
        Assert.Equal([0, 9, 5, 0, 0, 0, 3, 8], Onnx.Run(graph, "out", 1, 4, 2, [1, 9, 5, 1, 2, 1, 3, 8]));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void Convert_ConcatOfChannels_PutsThemBesideEachOther(int axis)
    {
        var graph = new GraphBuilder().Picture(1, 2, 1).Constant("c", [], 10).Wholes("axis", [], axis)
            .Node("ten", "Mul", ["picture", "c"]).Node("out", "ConcatV2", ["picture", "ten", "axis"]);

        Assert.Equal([1, 10, 2, 20], Onnx.Run(graph, "out", 1, 2, 1, [1, 2]));
    }

    [Fact]
    public void Convert_ConcatOfColumns_MakesThePictureWider()
    {
        var graph = new GraphBuilder().Picture(2, 1, 1).Constant("c", [], 10).Wholes("axis", [], 2)
            .Node("ten", "Mul", ["picture", "c"]).Node("out", "ConcatV2", ["picture", "ten", "axis"]);

        Assert.Equal([1, 10, 2, 20], Onnx.Run(graph, "out", 2, 1, 1, [1, 2]));
    }

    [Theory]
    [InlineData(false, false, new float[] { 0, 4, 8, 8 })] // Old TensorFlow: new pixel i is at i / 2.
    [InlineData(false, true, new float[] { 0, 2, 6, 8 })] // Pixels are areas: new pixel i is at (i + ½) / 2 − ½.
    [InlineData(true, false, new float[] { 0, 8 / 3f, 16 / 3f, 8 })] // Ends on ends: new pixel i is at i / 3.
    public void Convert_ResizeBilinear_IsTensorFlowsOfThatKind(bool corners, bool centres, float[] expected)
    {
        var graph = new GraphBuilder().Picture(1, 2, 1).Wholes("size", [2], 1, 4)
            .Node("out", "ResizeBilinear", ["picture", "size"], Flag("align_corners", corners), Flag("half_pixel_centers", centres));

        Assert.Equal(expected.Select(value => MathF.Round(value, 4)), Onnx.Run(graph, "out", 1, 2, 1, [0, 8]).Select(value => MathF.Round(value, 4)));
    }

    [Fact]
    public void Convert_ResizeInAPictureOfAnotherSize_IsByTheSameFactor()
    {
        var graph = new GraphBuilder().Picture(1, 2, 1).Wholes("size", [2], 1, 4).Node("out", "ResizeBilinear", ["picture", "size"]);

        Assert.Equal([0, 2, 4, 5, 6, 6], Onnx.Run(graph, "out", 1, 3, 1, [0, 4, 6]));
    }
}

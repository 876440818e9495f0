using static Swarm.Vision.Tests.GraphBuilder;

namespace Swarm.Vision.Tests;

/// <summary>Each answer is worked out by hand from TensorFlow's definition of the operation.</summary>
public sealed class ConvolutionTests
{
    private static GraphBuilder Filtered(string operation, int[] shape, float[] filter, int rows, int columns, int channels, string padding, int stride, params string[] fused)
    {
        var graph = new GraphBuilder().Picture(rows, columns, channels).Constant("filter", shape, filter);
        var inputs = fused.Length > 0 ? new[] { "picture", "filter", "bias" } : ["picture", "filter"];
        return graph.Node(
            "out", operation, inputs, Text("padding", padding), Text("data_format", "NHWC"), Wholes("strides", 1, stride, stride, 1), Texts("fused_ops", fused), Type("T", "DT_FLOAT"));
    }

    [Fact]
    public void Convert_Conv2DOfOnePixel_MixesChannelsByTheFiltersColumns()
    {
        // Filter [1, 1, 2, 3]: out = (a + 2b, 3a + 4b … read as in × out): row of channel a is 1 2 3, of channel b 4 5 6.
        var graph = Filtered("Conv2D", [1, 1, 2, 3], [1, 2, 3, 4, 5, 6], 1, 2, 2, "SAME", 1);

        Assert.Equal([1 + 40, 2 + 50, 3 + 60, 0, 0, 0], Onnx.Run(graph, "out", 1, 2, 2, [1, 10, 0, 0]));
    }

    [Fact]
    public void Convert_Conv2DSameWithoutStride_PadsBothSides()
    {
        // 1 2 4 along a row: left neighbour × 1 + itself × 10 + right neighbour × 100.
        var graph = Filtered("Conv2D", [1, 3, 1, 1], [1, 10, 100], 1, 3, 1, "SAME", 1);

        Assert.Equal([0 + 10 + 200, 1 + 20 + 400, 2 + 40 + 0], Onnx.Run(graph, "out", 1, 3, 1, [1, 2, 4]));
    }

    [Theory]
    [InlineData(4, new float[] { 1 + 20 + 400, 4 + 80 + 0 })]
    [InlineData(5, new float[] { 0 + 10 + 200, 2 + 40 + 800, 8 + 160 + 0 })]
    public void Convert_Conv2DSameWithStride_PadsByTheSizeOfThePicture(int columns, float[] expected)
    {
        // TensorFlow: padding in all is (⌈n / 2⌉ − 1) · 2 + 3 − n, 1 for 4 (behind) and 2 for 5 (one on each side).
        var graph = Filtered("Conv2D", [1, 3, 1, 1], [1, 10, 100], 1, 4, 1, "SAME", 2);

        Assert.Equal(expected, Onnx.Run(graph, "out", 1, columns, 1, [.. new float[] { 1, 2, 4, 8, 16 }.Take(columns)]));
    }

    [Fact]
    public void Convert_Conv2DValid_LeavesEdgesOut()
    {
        var graph = Filtered("Conv2D", [2, 2, 1, 1], [1, 2, 3, 4], 2, 3, 1, "VALID", 1);

        Assert.Equal([1 + 4 + 12 + 20, 2 + 6 + 15 + 24], Onnx.Run(graph, "out", 2, 3, 1, [1, 2, 3, 4, 5, 6]));
    }

    [Theory]
    [InlineData(new[] { "BiasAdd" }, -30f, 50f)]
    [InlineData(new[] { "BiasAdd", "Relu" }, 0f, 50f)]
    [InlineData(new[] { "BiasAdd", "Relu6" }, 0f, 6f)]
    public void Convert_FusedConv2D_AddsTheBiasThenActivates(string[] fused, float first, float second)
    {
        var graph = Filtered("_FusedConv2D", [1, 1, 1, 2], [2, 4], 1, 1, 1, "SAME", 1, fused).Constant("bias", [2], -50, 10);

        Assert.Equal([first, second], Onnx.Run(graph, "out", 1, 1, 1, [10]));
    }

    [Fact]
    public void Convert_DepthwiseWithMultiplier_KeepsTheChannelsOfEachTogether()
    {
        // Filter [1, 2, 2, 2]: for place p, channel c, copy m the number 1000p + 100c + 10m + 1. Answers: channel c, copy m at 2c + m.
        float[] filter = [1, 11, 101, 111, 1001, 1011, 1101, 1111];
        var graph = Filtered("DepthwiseConv2dNative", [1, 2, 2, 2], filter, 1, 2, 2, "VALID", 1);

        Assert.Equal(
            [(1 * 1) + (3 * 1001), (1 * 11) + (3 * 1011), (2 * 101) + (4 * 1101), (2 * 111) + (4 * 1111)],
            Onnx.Run(graph, "out", 1, 2, 2, [1, 2, 3, 4]));
    }

    [Fact]
    public void Convert_FusedDepthwise_AddsTheBiasThenActivates()
    {
        var graph = Filtered("FusedDepthwiseConv2dNative", [1, 1, 2, 1], [2, -3], 1, 1, 2, "SAME", 1, "BiasAdd", "Relu").Constant("bias", [2], 1, 1);

        Assert.Equal([21, 0], Onnx.Run(graph, "out", 1, 1, 2, [10, 10]));
    }

    [Fact]
    public void Convert_Dilation_ReachesFurther()
    {
        var graph = new GraphBuilder().Picture(1, 5, 1).Constant("filter", [1, 3, 1, 1], 1, 10, 100)
            .Node("out", "Conv2D", ["picture", "filter"], Text("padding", "SAME"), Wholes("strides", 1, 1, 1, 1), Wholes("dilations", 1, 1, 2, 1));

        Assert.Equal([10 + 400, 20 + 800, 1 + 40 + 1600, 2 + 80, 4 + 160], Onnx.Run(graph, "out", 1, 5, 1, [1, 2, 4, 8, 16]));
    }

    [Theory]
    [InlineData("Elu", "fused operation Elu is not known")]
    [InlineData("FusedBatchNorm", "fused operation FusedBatchNorm is not known")]
    public void Convert_UnknownFusedOperation_IsNamed(string fused, string fault)
    {
        var graph = Filtered("_FusedConv2D", [1, 1, 1, 1], [2], 1, 1, 1, "SAME", 1, "BiasAdd", fused).Constant("bias", [1], 0);

        Assert.Contains(fault, Assert.Throws<ConversionException>(() => OnnxConverter.Convert(graph.Read(), ("out", "answer"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EXPLICIT", 1, "padding EXPLICIT is not known")]
    [InlineData("SAME", 3, "filter filter is for 2 channels; there are 3")]
    public void Convert_ImpossibleConvolution_IsNamed(string padding, int channels, string fault)
    {
        var graph = Filtered("Conv2D", [1, 1, channels == 1 ? 1 : 2, 1], channels == 1 ? [1] : [1, 1], 1, 1, channels, padding, 1);

        Assert.Contains(fault, Assert.Throws<ConversionException>(() => OnnxConverter.Convert(graph.Read(), ("out", "answer"))).Message, StringComparison.Ordinal);
    }
}

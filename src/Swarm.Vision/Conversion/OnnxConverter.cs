using Swarm.Inference.Onnx;

namespace Swarm.Vision;

/// <summary>
/// Turns a TensorFlow.js graph model that works on a picture into ONNX. Rows, columns and channels change places once, in the weights
/// and while the graph is written, so that no transposition is left in it: TensorFlow's channels-last values become the channels-first ones
/// that ONNX asks for. Sizes that the graph holds as constants become factors, so that the picture may have any size that the
/// strides of the net divide.
/// </summary>
internal static class OnnxConverter
{
    /// <summary>ONNX IR version 8, of the time of operator set 13 and later.</summary>
    private const int IrVersion = 8;

    private const int OperatorSet = 13;

    private static readonly Dictionary<string, Func<GraphNode, ConversionContext, Image>> Rules = new(StringComparer.Ordinal)
    {
        ["Placeholder"] = PictureRules.Placeholder,
        ["Identity"] = (node, context) => context.ScaledImage(node, 0),
        ["Conv2D"] = ConvolutionRules.Convolution,
        ["_FusedConv2D"] = ConvolutionRules.Convolution,
        ["DepthwiseConv2dNative"] = ConvolutionRules.Depthwise,
        ["FusedDepthwiseConv2dNative"] = ConvolutionRules.Depthwise,
        ["Add"] = (node, context) => ElementwiseRules.Two(node, context, "Add"),
        ["AddV2"] = (node, context) => ElementwiseRules.Two(node, context, "Add"),
        ["BiasAdd"] = (node, context) => ElementwiseRules.Two(node, context, "Add"),
        ["Sub"] = (node, context) => ElementwiseRules.Two(node, context, "Sub"),
        ["Mul"] = (node, context) => ElementwiseRules.Two(node, context, "Mul"),
        ["Equal"] = (node, context) => ElementwiseRules.Two(node, context, "Equal"),
        ["Relu"] = ElementwiseRules.One,
        ["Relu6"] = ElementwiseRules.One,
        ["Sigmoid"] = ElementwiseRules.One,
        ["Cast"] = ElementwiseRules.Cast,
        ["Mean"] = PictureRules.Mean,
        ["MaxPool"] = PictureRules.MaxPool,
        ["ConcatV2"] = PictureRules.Concat,
        ["ResizeBilinear"] = PictureRules.Resize,
    };

    /// <param name="outputs">Node in the graph, and its name in the ONNX model. Each is [1, channels, rows, columns].</param>
    /// <exception cref="ConversionException">The graph has an operation, type or shape that is not known.</exception>
    public static ModelProto Convert(GraphModel model, params IReadOnlyList<(string Node, string Output)> outputs)
    {
        var context = new ConversionContext(model);
        foreach (var node in model.Needed(outputs.Select(output => output.Node)).Where(node => node.Operation != "Const"))
        {
            if (!Rules.TryGetValue(node.Operation, out var rule))
            {
                throw new ConversionException(
                    $"node {node.Name}: operation {node.Operation} is not known; known are {string.Join(", ", Rules.Keys.Order(StringComparer.Ordinal))}");
            }

            if (node.Attributes.Type("T") is { } type && type is not "DT_FLOAT" && node.Operation != "Cast")
                throw new ConversionException($"node {node.Name} ({node.Operation}): type {type} is not known; DT_FLOAT is");
            if (node.Attributes.Text("data_format", "NHWC") is var format and not "NHWC")
                throw new ConversionException($"node {node.Name} ({node.Operation}): data format {format} is not known; NHWC is");
            context.Keep(node.Name, rule(node, context));
        }

        foreach (var (name, output) in outputs)
            PictureRules.Output(name, output, context);
        context.Graph.Prune();
        return new ModelProto
        {
            IrVersion = IrVersion,
            ProducerName = "swarm",
            OpsetImport = { new OperatorSetIdProto { Version = OperatorSet } },
            Graph = context.Graph.Proto,
        };
    }
}

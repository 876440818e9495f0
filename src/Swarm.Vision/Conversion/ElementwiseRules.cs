using Swarm.Inference.Onnx;
using static Swarm.Vision.OnnxGraph;

namespace Swarm.Vision;

/// <summary>Operations that work on each number by itself.</summary>
internal static class ElementwiseRules
{
    public static Image One(GraphNode node, ConversionContext context)
    {
        if (node.Operation == "Relu6" && TryHardSigmoid(node, context) is { } sigmoid)
            return sigmoid;
        var image = context.Image(node, 0);
        Activate(node.Operation, node.Name, image.Name, context.Graph);
        return image with { Name = node.Name };
    }

    public static bool IsActivation(string operation) => operation is "Relu" or "Relu6" or "Sigmoid";

    public static void Activate(string operation, string output, string input, OnnxGraph graph)
    {
        if (operation == "Relu6")
            graph.Add("Clip", output, [input, graph.Constant("swarm/zero", [0f]), graph.Constant("swarm/six", [6f])]);
        else
            graph.Add(operation, output, [input]);
    }

    public static Image Two(GraphNode node, ConversionContext context, string operation)
    {
        var left = context.TryImage(node, 0);
        var right = context.TryImage(node, 1);
        var scale = operation == "Mul" ? (left?.Scale ?? 1) * (right?.Scale ?? 1) : 1;
        if (operation == "Mul" && (left is null) != (right is null) && context.Constant(node, left is null ? 0 : 1) is { Values: [var factor] })
            return (left ?? right)! with { Scale = scale * factor };
        if (operation != "Mul")
            (left, right) = (left is null ? null : context.Whole(left), right is null ? null : context.Whole(right));
        var shape = (left ?? right ?? context.Image(node, 0)) with { Name = node.Name, IsTruth = operation == "Equal", Scale = scale };
        if (left is { } a && right is { } b)
        {
            shape = shape with
            {
                Rows = Common(node, a.Rows, b.Rows),
                Columns = Common(node, a.Columns, b.Columns),
                Channels = Common(node, a.Channels, b.Channels),
            };
        }

        context.Graph.Add(operation, node.Name, [left?.Name ?? Constant(node, context, 0, shape), right?.Name ?? Constant(node, context, 1, shape)]);
        return shape;
    }

    /// <summary>
    /// Relu6(x + 3) is six times ONNX' HardSigmoid of x, max(0, min(1, x / 6 + ½)): the middle of the hard swish of MobileNetV3 (Howard et al.
    /// 2019, section 5.2), in one operation for two, and one that ONNX Runtime runs in the memory order of its convolutions.
    /// </summary>
    private static Image? TryHardSigmoid(GraphNode node, ConversionContext context)
    {
        var sum = context.Source(node, 0);
        if (sum.Operation is not ("Add" or "AddV2") || !(context.IsConstant(sum, 1, 3) || context.IsConstant(sum, 0, 3)))
            return null;
        var image = context.Image(sum, context.IsConstant(sum, 1, 3) ? 0 : 1);
        context.Graph.Add("HardSigmoid", node.Name, [image.Name], Attribute("alpha", 1 / 6f), Attribute("beta", 0.5f));
        return image with { Name = node.Name, Scale = 6 };
    }

    public static Image Cast(GraphNode node, ConversionContext context)
    {
        var image = context.Image(node, 0);
        if (!image.IsTruth || node.Attributes.Type("SrcT") != "DT_BOOL" || node.Attributes.Type("DstT") != "DT_FLOAT")
        {
            throw new ConversionException(
                $"node {node.Name} (Cast): {node.Attributes.Type("SrcT")} to {node.Attributes.Type("DstT")} is not known; DT_BOOL to DT_FLOAT is");
        }

        context.Graph.Add("Cast", node.Name, [image.Name], Attribute("to", (long)TensorProto.Types.DataType.Float));
        return image with { Name = node.Name, IsTruth = false };
    }

    /// <summary>One number stays one; one for each channel gets its place before rows and columns.</summary>
    private static string Constant(GraphNode node, ConversionContext context, int input, Image image)
    {
        var constant = context.Constant(node, input);
        if (constant.Values.Length == 1)
            return context.Graph.Constant(constant.Name, constant.Values);
        if (constant.Shape is [var channels] && channels == image.Channels)
            return context.Graph.Constant(constant.Name + "/channels", constant.Values, channels, 1, 1);
        throw new ConversionException(
            $"node {node.Name} ({node.Operation}): constant {constant.Name} of shape {string.Join('×', constant.Shape)} is not known beside "
            + $"{image.Channels} channels; a single number and one for each channel are");
    }

    private static long Common(GraphNode node, long a, long b) => a == b || b == 1 ? a : a == 1 ? b : a < 0 || b < 0 ? -1
        : throw new ConversionException($"node {node.Name} ({node.Operation}): sizes {a} and {b} do not go together");
}

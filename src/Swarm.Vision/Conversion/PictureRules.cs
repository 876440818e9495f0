using static Swarm.Vision.OnnxGraph;

namespace Swarm.Vision;

/// <summary>Operations that know rows, columns and channels of the picture.</summary>
internal static class PictureRules
{
    public const string InputName = "image";

    /// <summary>Where TensorFlow's axes (batch, row, column, channel) are in ONNX' order.</summary>
    private static readonly long[] Axes = [0, 2, 3, 1];

    public static Image Placeholder(GraphNode node, ConversionContext context)
    {
        if (node.Attributes.Type("dtype") is var type and not "DT_FLOAT")
            throw new ConversionException($"node {node.Name} (Placeholder): type {type} is not known; DT_FLOAT is");
        if (node.Attributes.Shape("shape") is not [1 or -1, var rows, var columns, >= 1 and var channels])
            throw new ConversionException($"node {node.Name} (Placeholder): a picture [1, rows, columns, channels] is expected");
        if (context.Graph.Proto.Input.Count > 0)
            throw new ConversionException($"node {node.Name} (Placeholder): the graph has a second input");
        context.Graph.Proto.Input.Add(Value(InputName, 1, channels, null, null));
        return new Image(InputName, rows, columns, channels);
    }

    public static Image Mean(GraphNode node, ConversionContext context)
    {
        var image = context.ScaledImage(node, 0);
        var axes = context.Constant(node, 1).Wholes.Select(axis => axis < 0 ? axis + 4 : axis).Order();
        if (!axes.SequenceEqual([1L, 2L]) || !node.Attributes.Flag("keep_dims"))
            throw new ConversionException($"node {node.Name} (Mean): only over rows and columns, which stay as axes of size 1, is it known");
        context.Graph.Add("GlobalAveragePool", node.Name, [image.Name]);
        return image with { Name = node.Name, Rows = 1, Columns = 1 };
    }

    public static Image MaxPool(GraphNode node, ConversionContext context)
    {
        var image = context.Image(node, 0);
        if (node.Attributes.Wholes("ksize") is not [1, var rows, var columns, 1])
            throw new ConversionException($"node {node.Name} (MaxPool): a window of [1, rows, columns, 1] is expected");
        var window = new Window(node, rows, columns);
        context.Graph.Add("MaxPool", node.Name, [image.Name], [.. window.Attributes]);
        return new Image(node.Name, window.Rows(image.Rows), window.Columns(image.Columns), image.Channels);
    }

    public static Image Concat(GraphNode node, ConversionContext context)
    {
        if (node.Inputs.Count < 2)
            throw new ConversionException($"node {node.Name} (ConcatV2) has no axis");
        List<Image> images = [.. Enumerable.Range(0, node.Inputs.Count - 1).Select(input => context.Image(node, input))];
        var axis = context.Constant(node, node.Inputs.Count - 1, rank: 0).Wholes[0];
        if ((axis < 0 ? axis + 4 : axis) is not (>= 1 and <= 3) and var wrong)
            throw new ConversionException($"node {node.Name} (ConcatV2): axis {wrong} is not known; 1 to 3 are");
        axis = axis < 0 ? axis + 4 : axis;
        context.Graph.Add("Concat", node.Name, images.Select(image => image.Name), Attribute("axis", Axes[axis]));
        return new Image(
            node.Name,
            Along(1, image => image.Rows),
            Along(2, image => image.Columns),
            Along(3, image => image.Channels));

        long Along(long which, Func<Image, long> size)
        {
            List<long> sizes = [.. images.Select(size)];
            if (sizes.Contains(-1))
                return -1;
            if (which != axis && sizes.Distinct().Count() > 1)
                throw new ConversionException($"node {node.Name} (ConcatV2): sizes {string.Join(", ", sizes)} do not go together");
            return which == axis ? sizes.Sum() : sizes[0];
        }
    }

    /// <summary>The graph says the size to resize to; by the size it was made for, that is a factor.</summary>
    public static Image Resize(GraphNode node, ConversionContext context)
    {
        var image = context.Image(node, 0);
        if (context.Constant(node, 1, rank: 1).Wholes is not [>= 1 and var rows, >= 1 and var columns] || image.Rows < 1 || image.Columns < 1)
            throw new ConversionException($"node {node.Name} (ResizeBilinear): it needs a size to resize to, and a graph that was made for one size");
        var way = (node.Attributes.Flag("align_corners"), node.Attributes.Flag("half_pixel_centers")) switch
        {
            (true, false) => "align_corners",
            (false, true) => "half_pixel",
            (false, false) => "asymmetric",
            _ => throw new ConversionException($"node {node.Name} (ResizeBilinear): align_corners and half_pixel_centers exclude each other"),
        };
        var (byRows, byColumns) = (rows / (float)image.Rows, columns / (float)image.Columns);
        var factors = context.Graph.Constant(FormattableString.Invariant($"swarm/by{byRows}x{byColumns}"), [1f, 1f, byRows, byColumns], 4);
        context.Graph.Add(
            "Resize", node.Name, [image.Name, "", factors], Attribute("mode", "linear"), Attribute("coordinate_transformation_mode", way));
        return new Image(node.Name, rows, columns, image.Channels);
    }

    public static void Output(string node, string output, ConversionContext context)
    {
        var image = context.Image(new GraphNode(output, "output", [node], new NodeAttributes(output, EmptyAttributes)), 0);
        if (image.IsTruth)
            throw new ConversionException($"output {output}: {node} is of type DT_BOOL; DT_FLOAT is expected");
        context.Graph.Add("Identity", output, [image.Name]);
        context.Graph.Proto.Output.Add(Value(output, 1, image.Channels, null, null));
    }

    private static Dictionary<string, System.Text.Json.JsonElement> EmptyAttributes => [];
}

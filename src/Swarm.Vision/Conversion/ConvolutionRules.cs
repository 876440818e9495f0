using static Swarm.Vision.OnnxGraph;

namespace Swarm.Vision;

/// <summary>Convolutions, with a bias and an activation fused into them or without.</summary>
internal static class ConvolutionRules
{
    /// <summary>Filter [rows, columns, in, out] becomes [out, in, rows, columns].</summary>
    public static Image Convolution(GraphNode node, ConversionContext context)
    {
        var image = context.ScaledImage(node, 0);
        var filter = context.Constant(node, 1, rank: 4);
        var (rows, columns, input, output) = (filter.Shape[0], filter.Shape[1], filter.Shape[2], filter.Shape[3]);
        if (input != image.Channels)
            throw new ConversionException($"node {node.Name}: filter {filter.Name} is for {input} channels; there are {image.Channels}");
        return Convolve(node, context, image, Transposed(context.Graph, filter, output, input, image.Scale), new Window(node, rows, columns), output, groups: 1);
    }

    /// <summary>Filter [rows, columns, channels, multiplier] becomes [channels × multiplier, 1, rows, columns], a group for each channel.</summary>
    public static Image Depthwise(GraphNode node, ConversionContext context)
    {
        var image = context.ScaledImage(node, 0);
        var filter = context.Constant(node, 1, rank: 4);
        var (rows, columns, input, multiplier) = (filter.Shape[0], filter.Shape[1], filter.Shape[2], filter.Shape[3]);
        if (input != image.Channels)
            throw new ConversionException($"node {node.Name}: filter {filter.Name} is for {input} channels; there are {image.Channels}");
        var weights = Transposed(context.Graph, filter, input * multiplier, 1, image.Scale);
        return Convolve(node, context, image, weights, new Window(node, rows, columns), input * multiplier, groups: input);
    }

    private static Image Convolve(
        GraphNode node, ConversionContext context, Image image, string weights, Window window, long channels, long groups)
    {
        var fused = node.Attributes.Texts("fused_ops");
        List<string> inputs = [image.Name, weights];
        if (fused is ["BiasAdd", ..])
        {
            var bias = context.Constant(node, 2, rank: 1);
            if (bias.Shape[0] != channels)
                throw new ConversionException($"node {node.Name}: bias {bias.Name} is for {bias.Shape[0]} channels; there are {channels}");
            inputs.Add(context.Graph.Constant(bias.Name, bias.Values, channels));
            fused = [.. fused.Skip(1)];
        }

        if (fused.Count > 1 || fused.Any(operation => !ElementwiseRules.IsActivation(operation)))
            throw new ConversionException($"node {node.Name} ({node.Operation}): fused operation {string.Join(", ", fused)} is not known");
        var plain = fused.Count == 0 ? node.Name : node.Name + "/conv";
        context.Graph.Add("Conv", plain, inputs, [.. window.Attributes, Attribute("group", groups)]);
        if (fused is [var activation])
            ElementwiseRules.Activate(activation, node.Name, plain, context.Graph);
        return new Image(node.Name, window.Rows(image.Rows), window.Columns(image.Columns), channels);
    }

    /// <summary>Takes [rows × columns, in × out] with a plane of in × out for each place to [out, in, rows, columns], times the picture's scale.</summary>
    private static string Transposed(OnnxGraph graph, Weight filter, long output, long input, float scale)
    {
        var places = (int)(filter.Shape[0] * filter.Shape[1]);
        var plane = (int)(output * input);
        var values = new float[filter.Values.Length];
        for (var place = 0; place < places; place++)
        {
            for (var from = 0; from < input; from++)
            {
                for (var to = 0; to < output; to++)
                    values[(((to * input) + from) * places) + place] = scale * filter.Values[(place * plane) + (from * output) + to];
            }
        }

        var name = scale == 1 ? filter.Name : FormattableString.Invariant($"{filter.Name}/by{scale}");
        return graph.Constant(name, values, output, input, filter.Shape[0], filter.Shape[1]);
    }
}

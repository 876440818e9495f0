using System.Text.Json;

namespace Swarm.Vision;

/// <summary>Reads <c>model.json</c> of a TensorFlow.js graph model, as tfjs-converter writes it.</summary>
internal static class GraphModelReader
{
    /// <param name="json">The file, UTF-8.</param>
    /// <param name="weights">All files of weights that the manifest names, joined.</param>
    /// <exception cref="ConversionException">It is no graph model, or the weights are not those of the manifest.</exception>
    public static GraphModel Read(ReadOnlyMemory<byte> json, ReadOnlySpan<byte> weights)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.TryGetProperty("format", out var format) && format.GetString() != "graph-model")
                throw new ConversionException($"a model of format graph-model is expected, not {format}");
            var nodes = new Dictionary<string, GraphNode>(StringComparer.Ordinal);
            foreach (var node in root.GetProperty("modelTopology").GetProperty("node").EnumerateArray().Select(ReadNode))
            {
                if (!nodes.TryAdd(node.Name, node))
                    throw new ConversionException($"node {node.Name} is in the graph twice");
            }

            List<WeightSpec> specs = [.. root.GetProperty("weightsManifest").EnumerateArray()
                .SelectMany(group => group.GetProperty("weights").EnumerateArray()).Select(ReadSpec)];
            return new GraphModel(nodes, WeightFile.Read(specs, weights));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ConversionException($"not a TensorFlow.js graph model: {exception.Message}", exception);
        }
    }

    private static GraphNode ReadNode(JsonElement node)
    {
        var name = node.GetProperty("name").GetString()!;
        var attributes = node.TryGetProperty("attr", out var attr)
            ? attr.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.Clone(), StringComparer.Ordinal)
            : [];
        var inputs = node.TryGetProperty("input", out var names) ? names.EnumerateArray().Select(input => input.GetString()!) : [];
        return new GraphNode(
            name,
            node.GetProperty("op").GetString()!,
            [.. inputs.Where(input => !input.StartsWith('^')).Select(input => FirstOutput(name, input))],
            new NodeAttributes(name, attributes));
    }

    /// <summary>Takes <c>:0</c> off. The second and later outputs of an operation (<c>:1</c>) belong to none that is converted.</summary>
    private static string FirstOutput(string node, string input)
    {
        var colon = input.LastIndexOf(':');
        if (colon < 0)
            return input;
        // Said when the node is converted, not here: a graph may have such nodes beside those that are needed.
        return input[colon..] == ":0" ? input[..colon] : input;
    }

    private static WeightSpec ReadSpec(JsonElement entry)
    {
        var type = entry.GetProperty("dtype").GetString()!;
        var quantised = entry.TryGetProperty("quantization", out var quantization);
        return new WeightSpec(
            entry.GetProperty("name").GetString()!,
            type,
            [.. entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())],
            quantised ? quantization.GetProperty("dtype").GetString()! : type,
            Number("scale", 1),
            Number("min", 0));

        float Number(string name, float fallback) => quantised && quantization.TryGetProperty(name, out var value) ? value.GetSingle() : fallback;
    }
}

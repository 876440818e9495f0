using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Swarm.Vision.Tests;

/// <summary>Writes small graph models as tfjs-converter does.</summary>
internal sealed class GraphBuilder
{
    private readonly JsonArray _nodes = [];
    private readonly JsonArray _weights = [];
    private readonly List<byte> _bytes = [];

    /// <summary>A picture [1, rows, columns, channels].</summary>
    public GraphBuilder Picture(int rows, int columns, int channels, string name = "picture") => Node(
        name,
        "Placeholder",
        [],
        ("shape", new JsonObject { ["shape"] = new JsonObject { ["dim"] = new JsonArray([.. new[] { 1, rows, columns, channels }.Select(size => new JsonObject { ["size"] = $"{size}" })]) } }),
        Type("dtype", "DT_FLOAT"));

    public GraphBuilder Node(string name, string operation, string[] inputs, params (string Name, JsonNode Value)[] attributes)
    {
        _nodes.Add(new JsonObject
        {
            ["name"] = name,
            ["op"] = operation,
            ["input"] = new JsonArray([.. inputs.Select(input => (JsonNode)input)]),
            ["attr"] = new JsonObject(attributes.Select(attribute => KeyValuePair.Create(attribute.Name, (JsonNode?)attribute.Value))),
        });
        return this;
    }

    public GraphBuilder Constant(string name, int[] shape, params float[] values) =>
        Constant(name, shape, "float32", null, MemoryMarshal.AsBytes<float>(values).ToArray());

    public GraphBuilder Wholes(string name, int[] shape, params int[] values) =>
        Constant(name, shape, "int32", null, MemoryMarshal.AsBytes<int>(values).ToArray());

    public GraphBuilder Constant(string name, int[] shape, string type, JsonObject? quantization, byte[] bytes)
    {
        var entry = new JsonObject { ["name"] = name, ["shape"] = new JsonArray([.. shape.Select(size => (JsonNode)size)]), ["dtype"] = type };
        if (quantization is not null)
            entry["quantization"] = quantization;
        _weights.Add(entry);
        _bytes.AddRange(bytes);
        return Node(name, "Const", []);
    }

    public (byte[] Json, byte[] Weights) Files()
    {
        var root = new JsonObject
        {
            ["format"] = "graph-model",
            ["modelTopology"] = new JsonObject { ["node"] = _nodes.DeepClone() },
            ["weightsManifest"] = new JsonArray(new JsonObject { ["paths"] = new JsonArray("w.bin"), ["weights"] = _weights.DeepClone() }),
        };
        return (JsonSerializer.SerializeToUtf8Bytes(root), [.. _bytes]);
    }

    public GraphModel Read()
    {
        var (json, weights) = Files();
        return GraphModelReader.Read(json, weights);
    }

    public static (string Name, JsonNode Value) Text(string name, string value) =>
        (name, new JsonObject { ["s"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(value)) });

    public static (string Name, JsonNode Value) Texts(string name, params string[] values) => (name, new JsonObject
    {
        ["list"] = new JsonObject { ["s"] = new JsonArray([.. values.Select(value => (JsonNode)Convert.ToBase64String(Encoding.UTF8.GetBytes(value)))]) },
    });

    public static (string Name, JsonNode Value) Wholes(string name, params int[] values) => (name, new JsonObject
    {
        ["list"] = new JsonObject { ["i"] = new JsonArray([.. values.Select(value => (JsonNode)$"{value}")]) },
    });

    public static (string Name, JsonNode Value) Type(string name, string type) => (name, new JsonObject { ["type"] = type });

    public static (string Name, JsonNode Value) Flag(string name, bool value) => (name, new JsonObject { ["b"] = value });
}

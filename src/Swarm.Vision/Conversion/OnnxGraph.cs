using System.Runtime.InteropServices;
using Google.Protobuf;
using Swarm.Inference.Onnx;
using static Swarm.Inference.Onnx.AttributeProto.Types;

namespace Swarm.Vision;

/// <summary>Writes the nodes and constants of an ONNX graph.</summary>
internal sealed class OnnxGraph
{
    private readonly HashSet<string> _constants = [];

    public GraphProto Proto { get; } = new() { Name = "detector" };

    /// <summary>Adds a node with one output, which it is named after.</summary>
    public string Add(string operation, string output, IEnumerable<string> inputs, params AttributeProto[] attributes)
    {
        var node = new NodeProto { OpType = operation, Name = output, Output = { output } };
        node.Input.AddRange(inputs);
        node.Attribute.AddRange(attributes);
        Proto.Node.Add(node);
        return output;
    }

    /// <summary>Adds a constant, unless one of that name is there.</summary>
    /// <param name="values">Row by row.</param>
    public string Constant(string name, ReadOnlySpan<float> values, params ReadOnlySpan<long> shape)
    {
        if (_constants.Add(name))
        {
            var tensor = new TensorProto
            {
                Name = name,
                DataType = (int)TensorProto.Types.DataType.Float,
                RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values)),
            };
            tensor.Dims.AddRange(shape.ToArray());
            Proto.Initializer.Add(tensor);
        }

        return name;
    }

    /// <summary>Takes out what no output needs.</summary>
    public void Prune()
    {
        var needed = Proto.Output.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        for (var i = Proto.Node.Count - 1; i >= 0; i--)
        {
            if (Proto.Node[i].Output.Any(needed.Contains))
                needed.UnionWith(Proto.Node[i].Input);
            else
                Proto.Node.RemoveAt(i);
        }

        foreach (var unused in Proto.Initializer.Where(constant => !needed.Contains(constant.Name)).ToList())
            Proto.Initializer.Remove(unused);
    }

    public static AttributeProto Attribute(string name, float value) => new() { Name = name, Type = AttributeType.Float, F = value };

    public static AttributeProto Attribute(string name, long value) => new() { Name = name, Type = AttributeType.Int, I = value };

    public static AttributeProto Attribute(string name, string value) =>
        new() { Name = name, Type = AttributeType.String, S = ByteString.CopyFromUtf8(value) };

    public static AttributeProto Attribute(string name, params ReadOnlySpan<long> values)
    {
        var attribute = new AttributeProto { Name = name, Type = AttributeType.Ints };
        attribute.Ints.AddRange(values.ToArray());
        return attribute;
    }

    /// <param name="shape">A number for each size, or null for one that is left open.</param>
    public static ValueInfoProto Value(string name, params ReadOnlySpan<long?> shape)
    {
        var sizes = new TensorShapeProto();
        foreach (var size in shape)
        {
            sizes.Dim.Add(size is { } number
                ? new TensorShapeProto.Types.Dimension { DimValue = number }
                : new TensorShapeProto.Types.Dimension { DimParam = $"{name}_{sizes.Dim.Count switch { 0 => "batch", 1 => "channels", 2 => "height", _ => "width" }}" });
        }

        return new ValueInfoProto
        {
            Name = name,
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float, Shape = sizes } },
        };
    }
}

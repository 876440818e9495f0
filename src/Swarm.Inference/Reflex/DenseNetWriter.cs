using System.Runtime.InteropServices;
using Google.Protobuf;
using Swarm.Inference.Onnx;

namespace Swarm.Inference;

/// <summary>Writes a <see cref="DenseNet"/> as ONNX: Gemm and Relu for each layer, Clip in the end. The same net gives the same bytes.</summary>
internal static class DenseNetWriter
{
    private const int IrVersion = 8;
    private const int Opset = 13;
    private const string Input = "features";
    private const string Output = "share";

    /// <param name="description">For whoever opens the file.</param>
    /// <param name="figures">Kept as metadata, in their order.</param>
    public static byte[] Write(DenseNet net, string description, IEnumerable<KeyValuePair<string, string>> figures)
    {
        var graph = new GraphProto
        {
            Name = "reflex",
            Input = { Vector(Input, net.Layers[0].Inputs) },
            Output = { Vector(Output, net.Layers[^1].Outputs) },
        };
        var value = Input;
        for (var i = 0; i < net.Layers.Count; i++)
        {
            var layer = net.Layers[i];
            graph.Initializer.Add(Constant($"weights{i}", layer.Weights, layer.Inputs, layer.Outputs));
            graph.Initializer.Add(Constant($"bias{i}", layer.Bias, layer.Outputs));
            graph.Node.Add(Node("Gemm", $"sum{i}", value, $"weights{i}", $"bias{i}"));
            value = $"sum{i}";
            if (!layer.Relu)
                continue;
            graph.Node.Add(Node("Relu", $"layer{i}", value));
            value = $"layer{i}";
        }

        graph.Initializer.Add(Constant("least", [net.Least]));
        graph.Initializer.Add(Constant("most", [net.Most]));
        graph.Node.Add(Node("Clip", Output, value, "least", "most"));
        var model = new ModelProto
        {
            IrVersion = IrVersion,
            ProducerName = "swarm train reflex",
            DocString = description,
            Graph = graph,
            OpsetImport = { new OperatorSetIdProto { Version = Opset } },
        };
        model.MetadataProps.AddRange(figures.Select(figure => new StringStringEntryProto { Key = figure.Key, Value = figure.Value }));
        return model.ToByteArray();
    }

    private static NodeProto Node(string type, string output, params ReadOnlySpan<string> inputs)
    {
        var node = new NodeProto { OpType = type, Name = output, Output = { output } };
        foreach (var input in inputs)
            node.Input.Add(input);
        return node;
    }

    private static TensorProto Constant(string name, float[] values, params ReadOnlySpan<long> dims)
    {
        var tensor = new TensorProto
        {
            Name = name,
            DataType = (int)TensorProto.Types.DataType.Float,
            RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values.AsSpan())),
        };
        foreach (var dim in dims)
            tensor.Dims.Add(dim);
        return tensor;
    }

    private static ValueInfoProto Vector(string name, int width) => new()
    {
        Name = name,
        Type = new TypeProto
        {
            TensorType = new TypeProto.Types.Tensor
            {
                ElemType = (int)TensorProto.Types.DataType.Float,
                Shape = new TensorShapeProto
                {
                    Dim = { new TensorShapeProto.Types.Dimension { DimValue = 1 }, new TensorShapeProto.Types.Dimension { DimValue = width } },
                },
            },
        },
    };
}

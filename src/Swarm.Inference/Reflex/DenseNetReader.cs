using System.Runtime.InteropServices;
using Google.Protobuf;
using Swarm.Inference.Onnx;

namespace Swarm.Inference;

/// <summary>
/// Reads an ONNX graph that is a chain of Gemm (or MatMul and Add), Relu and, in the end, Clip: one input [1, n], one output [1, 1]. Anything else is
/// refused by name, so that the kernel never computes another function than the file says.
/// </summary>
internal sealed class DenseNetReader
{
    private const long LeastOpset = 11;
    private const long MostOpset = 25;
    private const int MostUnits = 4096;

    private readonly GraphProto _graph;
    private readonly Dictionary<string, TensorProto> _constants;
    private readonly List<DenseLayer> _layers = [];
    private float _least = float.NegativeInfinity;
    private float _most = float.PositiveInfinity;

    private DenseNetReader(GraphProto graph)
    {
        _graph = graph;
        _constants = graph.Initializer.GroupBy(tensor => tensor.Name).ToDictionary(group => group.Key, group => group.Last());
    }

    /// <exception cref="ReflexModelException">It is something else.</exception>
    public static (DenseNet Net, ModelProto Model) Read(byte[] onnx)
    {
        ModelProto model;
        try
        {
            model = ModelProto.Parser.ParseFrom(onnx);
        }
        catch (InvalidProtocolBufferException broken)
        {
            throw new ReflexModelException($"The reflex's net is no ONNX file, or a truncated one ({onnx.Length} bytes).", broken);
        }

        if (model.Graph is not { } graph)
            throw new ReflexModelException($"The reflex's net has no graph ({onnx.Length} bytes): not an ONNX file.");
        if (model.OpsetImport.FirstOrDefault(set => set.Domain is "" or "ai.onnx") is not { Version: >= LeastOpset and <= MostOpset })
            throw new ReflexModelException($"The reflex's net is not of ONNX operator set {LeastOpset} to {MostOpset}.");
        return (new DenseNetReader(graph).Read(), model);
    }

    private DenseNet Read()
    {
        var value = Only(_graph.Input.Where(input => !_constants.ContainsKey(input.Name)).Select(input => input.Name), "input");
        var inputs = Width(_graph.Input.Single(input => input.Name == value));
        var clipped = false;
        foreach (var node in _graph.Node)
        {
            if (clipped)
                throw Refused(node, "comes after Clip, which must be the last");
            if (node.Domain is not ("" or "ai.onnx") || node.Output.Count != 1 || node.Input.Count == 0 || node.Input[0] != value)
                throw Refused(node, $"does not take {value} first: only a chain is read");
            value = node.Output[0];
            switch (node.OpType)
            {
                case "Gemm":
                    _layers.Add(Gemm(node, inputs));
                    break;
                case "MatMul":
                    _layers.Add(new(inputs, Shape(node, 1, inputs).Columns, Shape(node, 1, inputs).Values, [], Relu: false));
                    break;
                case "Add" when _layers is [.., { Bias: [], Relu: false } last]:
                    _layers[^1] = last with { Bias = Vector(node, 1, last.Outputs) };
                    break;
                case "Relu" when _layers is [.., { Relu: false } last]:
                    _layers[^1] = last with { Relu = true };
                    break;
                case "Clip" when _layers.Count > 0:
                    (_least, _most, clipped) = (Scalar(node, 1, _least), Scalar(node, 2, _most), true);
                    break;
                default:
                    throw Refused(node, "is not one of Gemm, MatMul and Add, Relu, Clip in that order");
            }

            inputs = _layers[^1].Outputs;
        }

        if (value != Only(_graph.Output.Select(output => output.Name), "output"))
            throw new ReflexModelException($"The reflex's net ends with {value}, which is not its output.");
        if (_layers is [])
            throw new ReflexModelException("The reflex's net has no nodes.");
        if (inputs != 1)
            throw new ReflexModelException($"The reflex's net has {inputs} outputs: 1 expected.");
        return new([.. _layers.Select(layer => layer.Bias is [] ? layer with { Bias = new float[layer.Outputs] } : layer)], _least, _most);
    }

    private DenseLayer Gemm(NodeProto node, int inputs)
    {
        var transposed = false;
        foreach (var attribute in node.Attribute)
        {
            transposed |= attribute is { Name: "transB", I: 1 };
            if (attribute is not ({ Name: "alpha" or "beta", F: 1 } or { Name: "transA", I: 0 } or { Name: "transB", I: 0 or 1 }))
                throw Refused(node, $"has {attribute.Name}, which is not read");
        }

        var (rows, columns, values) = Matrix(node, 1);
        if (transposed)
            (rows, columns, values) = (columns, rows, Transpose(values, rows, columns));
        if (rows != inputs)
            throw Refused(node, $"takes {rows} values where there are {inputs}");
        return new(inputs, columns, values, node.Input.Count > 2 ? Vector(node, 2, columns) : [], Relu: false);
    }

    private (int Columns, float[] Values) Shape(NodeProto node, int input, int rows)
    {
        var (found, columns, values) = Matrix(node, input);
        return found == rows ? (columns, values) : throw Refused(node, $"takes {found} values where there are {rows}");
    }

    private (int Rows, int Columns, float[] Values) Matrix(NodeProto node, int input)
    {
        var (tensor, values) = Constant(node, input);
        return tensor.Dims is [> 0 and <= MostUnits, > 0 and <= MostUnits] && tensor.Dims[0] * tensor.Dims[1] == values.Length
            ? ((int)tensor.Dims[0], (int)tensor.Dims[1], values)
            : throw Refused(node, $"has {values.Length} weights of shape [{string.Join(", ", tensor.Dims)}]");
    }

    private float[] Vector(NodeProto node, int input, int length)
    {
        var values = Constant(node, input).Values;
        return values.Length == length ? values : throw Refused(node, $"adds {values.Length} values to {length}");
    }

    private float Scalar(NodeProto node, int input, float absent) =>
        node.Input.Count > input && node.Input[input].Length > 0 ? Vector(node, input, 1)[0] : absent;

    private (TensorProto Tensor, float[] Values) Constant(NodeProto node, int input)
    {
        if (node.Input.Count <= input || !_constants.TryGetValue(node.Input[input], out var tensor))
            throw Refused(node, $"has no constant as input {input}");
        if (tensor.DataType != (int)TensorProto.Types.DataType.Float || tensor.RawData.Length % sizeof(float) != 0)
            throw Refused(node, $"has {tensor.Name}, which is not of 32-bit floats");
        float[] values = tensor.RawData.IsEmpty ? [.. tensor.FloatData] : MemoryMarshal.Cast<byte, float>(tensor.RawData.Span).ToArray();
        return Array.TrueForAll(values, float.IsFinite) ? (tensor, values) : throw Refused(node, $"has a value in {tensor.Name} that is not a number", notANumber: true);
    }

    private static float[] Transpose(float[] values, int rows, int columns)
    {
        var transposed = new float[values.Length];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                transposed[(j * rows) + i] = values[(i * columns) + j];
        return transposed;
    }

    private static int Width(ValueInfoProto input) =>
        input.Type?.TensorType is { ElemType: (int)TensorProto.Types.DataType.Float, Shape.Dim: [_, { DimValue: > 0 and <= MostUnits } width] }
            ? (int)width.DimValue
            : throw new ReflexModelException($"The reflex's net has an input {input.Name} that is not [1, n] of 32-bit floats.");

    private static string Only(IEnumerable<string> names, string what) =>
        names.Take(2).ToArray() is [var name] ? name : throw new ReflexModelException($"The reflex's net has not one {what}.");

    private static ReflexModelException Refused(NodeProto node, string why, bool notANumber = false) =>
        new($"The reflex's net has node {node.Name} ({node.OpType}), which {why}.") { NotANumber = notANumber };
}

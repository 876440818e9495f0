using CsCheck;
using Google.Protobuf;
using Swarm.Inference.Onnx;

namespace Swarm.Inference.Tests;

public sealed class ReflexNetTests
{
    [Fact]
    public void Load_AnyNet_KernelAgreesWithOnnxRuntime() => Machines.AnyNet.Sample(net =>
    {
        Assert.True(net.Check.Compared, net.Check.Detail);
        Assert.InRange(net.Check.LargestDifference, 0, ReflexNet.Tolerance);
    }, iter: 20);

    [Fact]
    public void Shipped_Here_AgreesWithOnnxRuntime()
    {
        Assert.True(ReflexNet.Shipped.Check.Compared, ReflexNet.Shipped.Check.Detail);
        Assert.InRange(ReflexNet.Shipped.Check.LargestDifference, 1e-9, ReflexNet.Tolerance);
    }

    /// <summary>The same function written as MatMul and Add, and with weights the other way round.</summary>
    [Fact]
    public void Load_OtherNodesForTheSame_SameAnswers()
    {
        var features = Enumerable.Range(0, ReflexFeatures.Count).Select(i => i / 40f).ToArray();
        var original = Small();
        var transposed = Small();
        var weights = transposed.Graph.Initializer[0];
        var values = Floats(weights);
        weights.RawData = ByteString.CopyFrom([.. Enumerable.Range(0, 8).SelectMany(unit =>
            Enumerable.Range(0, ReflexFeatures.Count).SelectMany(input => BitConverter.GetBytes(values[(input * 8) + unit])))]);
        (weights.Dims[0], weights.Dims[1]) = (8, ReflexFeatures.Count);
        transposed.Graph.Node[0].Attribute.Add(new AttributeProto { Name = "transB", I = 1, Type = AttributeProto.Types.AttributeType.Int });
        var split = Small();
        split.Graph.Node.Insert(1, new NodeProto { OpType = "Add", Name = "add", Input = { "product", "bias0" }, Output = { "sum0" } });
        split.Graph.Node[0] = new NodeProto { OpType = "MatMul", Name = "product", Input = { "features", "weights0" }, Output = { "product" } };

        var expected = ReflexNet.Load(original.ToByteArray()).Evaluate(features);
        Assert.InRange(expected, 0.01f, 0.99f);
        Assert.Equal(expected, ReflexNet.Load(transposed.ToByteArray()).Evaluate(features));
        Assert.Equal(expected, ReflexNet.Load(split.ToByteArray()).Evaluate(features));
    }

    [Fact]
    public void Load_Truncated_RefusedByName()
    {
        var whole = Small().ToByteArray();
        for (var length = 0; length < whole.Length; length += 37)
            Assert.Contains("reflex's net", Assert.Throws<ReflexModelException>(() => ReflexNet.Load(whole[..length])).Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Action<ModelProto>> Wrong => new()
    {
        { "no graph", model => model.Graph = null },
        { "operator set", model => model.OpsetImport[0].Version = 99 },
        { "39 inputs", model => Narrow(model) },
        { "Tanh", model => model.Graph.Node[1].OpType = "Tanh" },
        { "alpha", model => model.Graph.Node[0].Attribute.Add(new AttributeProto { Name = "alpha", F = 2 }) },
        { "only a chain", model => model.Graph.Node[2].Input[0] = "features" },
        { "no constant", model => model.Graph.Node[0].Input[1] = "features" },
        { "not a number", model => Set(model.Graph.Initializer[0], 5, float.NaN) },
        { "not of 32-bit floats", model => model.Graph.Initializer[0].DataType = (int)TensorProto.Types.DataType.Int32 },
        { "adds 7 values", model => model.Graph.Initializer[1].RawData = ByteString.CopyFrom(new byte[28]) },
        { "negative weight", model => Set(model.Graph.Initializer[0], 5, -1) },
        { "even number of times", model => Negate(model.Graph.Initializer[2]) },
        { "not its output", model => model.Graph.Output[0].Name = "other" },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Wrong))]
    public void Load_Wrong_RefusedByName(string named, Action<ModelProto> spoil)
    {
        var model = Small();
        spoil(model);

        Assert.Contains(named, Assert.Throws<ReflexModelException>(() => ReflexNet.Load(model.ToByteArray())).Message, StringComparison.Ordinal);
    }

    /// <summary>40-8-1 with bounds.</summary>
    private static ModelProto Small() => ModelProto.Parser.ParseFrom(DenseNetWriter.Write(
        new(
            [
                new(ReflexFeatures.Count, 8, [.. Enumerable.Range(0, ReflexFeatures.Count * 8).Select(i => i % 7 / 100f)], [.. Enumerable.Repeat(-0.1f, 8)], Relu: true),
                new(8, 1, [.. Enumerable.Repeat(-0.1f, 8)], [0.95f], Relu: false),
            ],
            0,
            1),
        "small",
        []));

    private static void Narrow(ModelProto model)
    {
        model.Graph.Input[0].Type.TensorType.Shape.Dim[1].DimValue = 39;
        var weights = model.Graph.Initializer[0];
        weights.Dims[0] = 39;
        weights.RawData = ByteString.CopyFrom(weights.RawData.Span[..(39 * 8 * 4)]);
    }

    private static float[] Floats(TensorProto tensor) => [.. Enumerable.Range(0, tensor.RawData.Length / 4).Select(i => BitConverter.ToSingle(tensor.RawData.Span[(4 * i)..]))];

    private static void Set(TensorProto tensor, int index, float value)
    {
        var bytes = tensor.RawData.ToByteArray();
        BitConverter.TryWriteBytes(bytes.AsSpan(4 * index), value);
        tensor.RawData = ByteString.CopyFrom(bytes);
    }

    private static void Negate(TensorProto tensor) =>
        tensor.RawData = ByteString.CopyFrom([.. Floats(tensor).SelectMany(value => BitConverter.GetBytes(-value))]);
}

using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Swarm.Inference.Onnx;

namespace Swarm.Inference.Tests.Onnx;

public sealed class ModelProtoTests
{
    [Fact]
    public void ToByteArray_GraphOfOneNode_RunsInOnnxRuntime()
    {
        var model = new ModelProto
        {
            IrVersion = 8,
            OpsetImport = { new OperatorSetIdProto { Version = 13 } },
            Graph = new GraphProto
            {
                Name = "double",
                Input = { Vector("x") },
                Output = { Vector("y") },
                Node = { new NodeProto { OpType = "Add", Input = { "x", "x" }, Output = { "y" } } },
            },
        };

        using var session = new InferenceSession(model.ToByteArray());
        using var input = OrtValue.CreateTensorValueFromMemory([1f, -2.5f, 4f], [3]);
        using var results = session.Run(new RunOptions(), ["x"], [input], ["y"]);

        Assert.Equal([2f, -5f, 8f], results[0].GetTensorDataAsSpan<float>().ToArray());
    }

    private static ValueInfoProto Vector(string name) => new()
    {
        Name = name,
        Type = new TypeProto
        {
            TensorType = new TypeProto.Types.Tensor
            {
                ElemType = (int)TensorProto.Types.DataType.Float,
                Shape = new TensorShapeProto { Dim = { new TensorShapeProto.Types.Dimension { DimParam = "n" } } },
            },
        },
    };
}

using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;

namespace Swarm.Vision.Tests;

/// <summary>Converts a graph and runs it.</summary>
internal static class Onnx
{
    /// <param name="picture">Row by row, the channels of a pixel beside each other, as TensorFlow has it.</param>
    /// <returns>Likewise.</returns>
    public static float[] Run(GraphBuilder graph, string output, int rows, int columns, int channels, params float[] picture)
    {
        var model = OnnxConverter.Convert(graph.Read(), (output, "answer"));
        Assert.DoesNotContain(model.Graph.Node, node => node.OpType == "Transpose");
        using var session = new InferenceSession(model.ToByteArray());
        var planes = new float[picture.Length];
        for (var i = 0; i < picture.Length; i++)
            planes[(i % channels * rows * columns) + (i / channels)] = picture[i];
        using var options = new RunOptions();
        using var input = OrtValue.CreateTensorValueFromMemory(planes, [1, channels, rows, columns]);
        using var results = session.Run(options, ["image"], [input], ["answer"]);
        var shape = results[0].GetTensorTypeAndShape().Shape;
        var answer = results[0].GetTensorDataAsSpan<float>().ToArray();
        var beside = new float[answer.Length];
        var pixels = (int)(shape[2] * shape[3]);
        for (var i = 0; i < answer.Length; i++)
            beside[(i % pixels * (int)shape[1]) + (i / pixels)] = answer[i];
        return beside;
    }
}

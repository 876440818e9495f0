using System.Security.Cryptography;
using Google.Protobuf;
using Swarm.Inference.Onnx;

namespace Swarm.Vision.Tests;

/// <summary>
/// Writes models whose answers are known: each output is <c>base + brightness × gain</c>, brightness being the mean of the picture's numbers.
/// </summary>
internal sealed class SyntheticModel
{
    private readonly OnnxGraph _graph = new();

    public SyntheticModel(int channels = 3, string input = "images", bool channelsLast = false)
    {
        _graph.Proto.Input.Add(channelsLast ? OnnxGraph.Value(input, 1, null, null, channels) : OnnxGraph.Value(input, 1, channels, null, null));
        _graph.Add("ReduceMean", "brightness", [input], OnnxGraph.Attribute("keepdims", 0L));
    }

    public SyntheticModel Output(string name, long[] shape, float[] values, float[]? gains = null)
    {
        _graph.Constant(name + "/base", values, shape);
        _graph.Constant(name + "/gain", gains ?? new float[values.Length], shape);
        _graph.Add("Mul", name + "/bright", ["brightness", name + "/gain"]);
        _graph.Add("Add", name, [name + "/bright", name + "/base"]);
        _graph.Proto.Output.Add(OnnxGraph.Value(name, [.. shape.Select(size => (long?)size)]));
        return this;
    }

    public byte[] Bytes() => new ModelProto
    {
        IrVersion = 8,
        OpsetImport = { new OperatorSetIdProto { Version = 13 } },
        Graph = _graph.Proto,
    }.ToByteArray();

    public static DetectorManifest Manifest(byte[] model, DecoderSpec decoder, int size, params string[] classes) => new(
        "synthetic",
        "1",
        "model.onnx",
        Convert.ToHexStringLower(SHA256.HashData(model)),
        "made by the test",
        new InputSpec("images", Scale: 1 / 255f),
        [size],
        decoder,
        classes);

    /// <summary>A picture of one grey.</summary>
    public static Frame Grey(int width, int height, byte grey)
    {
        var pixels = new byte[width * height * Frame.BytesPerPixel];
        pixels.AsSpan().Fill(grey);
        return Frame.Of(width, height, pixels);
    }
}

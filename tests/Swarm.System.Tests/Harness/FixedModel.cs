using System.Security.Cryptography;
using Google.Protobuf;
using SkiaSharp;
using Swarm.Inference.Onnx;
using Swarm.Vision;

namespace Swarm.SystemTests.Harness;

/// <summary>A detector that finds one person in every picture, always as surely.</summary>
internal static class FixedModel
{
    public const int Size = 64;

    private const float Middle = Size / 2;
    private const float Side = Size / 4;

    /// <summary>A grey JPEG picture.</summary>
    public static ReadOnlyMemory<byte> Picture { get; } = Encode();

    /// <returns>The manifest's file.</returns>
    public static string Write(string folder, string name, float score)
    {
        Directory.CreateDirectory(folder);
        var model = Model(score);
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), model);
        var manifest = Path.Combine(folder, "model.json");
        ManifestFile.Write(manifest, new DetectorManifest(
            name, "1", "model.onnx", Convert.ToHexStringLower(SHA256.HashData(model)), "made by the test", new InputSpec("images", Scale: 1 / 255f), [Size],
            new YoloSpec("output0"), ["person"]));
        return manifest;
    }

    /// <summary>One candidate whatever the picture: 0 × its brightness + what is always said.</summary>
    private static byte[] Model(float score) => new ModelProto
    {
        IrVersion = 8,
        OpsetImport = { new OperatorSetIdProto { Version = 13 } },
        Graph = new GraphProto
        {
            Name = "fixed",
            Input = { Value("images", 1, 3, -1, -1) },
            Output = { Value("output0", 1, 5, 1) },
            Initializer = { Numbers("always", [Middle, Middle, Side, Side, score], 1, 5, 1), Numbers("nothing", [0], 1) },
            Node =
            {
                new NodeProto { OpType = "ReduceMean", Input = { "images" }, Output = { "mean" }, Attribute = { new AttributeProto { Name = "keepdims", Type = AttributeProto.Types.AttributeType.Int, I = 0 } } },
                new NodeProto { OpType = "Mul", Input = { "mean", "nothing" }, Output = { "zero" } },
                new NodeProto { OpType = "Add", Input = { "always", "zero" }, Output = { "output0" } },
            },
        },
    }.ToByteArray();

    private static TensorProto Numbers(string name, float[] values, params long[] shape) =>
        new() { Name = name, DataType = (int)TensorProto.Types.DataType.Float, Dims = { shape }, FloatData = { values } };

    private static ValueInfoProto Value(string name, params long[] shape) => new()
    {
        Name = name,
        Type = new TypeProto
        {
            TensorType = new TypeProto.Types.Tensor
            {
                ElemType = (int)TensorProto.Types.DataType.Float,
                Shape = new TensorShapeProto
                {
                    Dim = { shape.Select(size => size < 0 ? new TensorShapeProto.Types.Dimension { DimParam = "side" } : new TensorShapeProto.Types.Dimension { DimValue = size }) },
                },
            },
        },
    };

    private static byte[] Encode()
    {
        using var bitmap = new SKBitmap(Size, Size);
        bitmap.Erase(SKColors.Gray);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }
}

using System.Text.Json;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;

namespace Swarm.Vision.Tests;

public sealed class CenterNetImportTests
{
    /// <summary>Numbers that TensorFlow.js gives for the same picture: Reference/evaluate.mjs.</summary>
    private const string Reference = "Swarm.Vision.Tests.Reference.centernet-256.json";

    [Fact]
    public async Task Convert_RealPackage_AnswersAsTensorFlowJsDoes()
    {
        var model = CenterNetImport.Convert(await HumanPackage.RequireAsync());
        using var reference = await JsonDocument.ParseAsync(
            typeof(CenterNetImportTests).Assembly.GetManifestResourceStream(Reference)!, cancellationToken: TestContext.Current.CancellationToken);
        var picture = new float[3 * 256 * 256];
        new FrameScaler(new InputSpec("image"), 256, new PictureSize(256, 256)).Scale(XorPicture.Of(256), picture);

        using var session = new InferenceSession(model.ToByteArray());
        using var options = new RunOptions();
        using var input = OrtValue.CreateTensorValueFromMemory(picture, [1, 3, 256, 256]);
        using var results = session.Run(options, ["image"], [input], ["heatmap", "size"]);

        Assert.Equal(0, Farthest(reference.RootElement.GetProperty("heatmap"), results[0]), 1e-5);
        Assert.Equal(0, Farthest(reference.RootElement.GetProperty("size"), results[1]), 1e-3);
    }

    [Fact]
    public async Task Convert_RealPackage_LeavesNoTranspositionAndNoUnknownLayout()
    {
        var graph = CenterNetImport.Convert(await HumanPackage.RequireAsync()).Graph;

        string[] expected = ["Add", "Concat", "Conv", "GlobalAveragePool", "HardSigmoid", "Identity", "Mul", "Relu", "Resize", "Sigmoid"];
        Assert.Equal(expected, graph.Node.Select(node => node.OpType).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal([1, 3, 0, 0], graph.Input.Single().Type.TensorType.Shape.Dim.Select(size => size.DimValue));
    }

    [Fact]
    public async Task Run_RealPackage_WritesAModelThatFindsTheSameAtEverySize()
    {
        var package = await HumanPackage.RequireAsync();
        var folder = Directory.CreateTempSubdirectory("swarm-import-");
        try
        {
            var manifest = CenterNetImport.Run(package, Path.Combine(folder.FullName, "new", "models"));
            using var detector = Detector.Open(manifest);

            Assert.Equal([256, 384, 512, 768], detector.Sizes);
            Assert.Contains("No licence is known for the original weights", detector.Manifest.Licence, StringComparison.Ordinal);
            Assert.All(detector.Sizes, size => Assert.Equal(size, detector.Detect(XorPicture.Of(300), size).Size));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Run_AnotherVersion_IsRefused()
    {
        var fault = Assert.Throws<ImportException>(() => CenterNetImport.Run(new PackageFiles("3.3.7", "MIT", [], []), "nowhere"));

        Assert.Contains("@vladmandic/human 3.3.7 is not known; 3.3.6 is", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AnotherFile_IsRefused()
    {
        var fault = Assert.Throws<ImportException>(() => CenterNetImport.Run(new PackageFiles("3.3.6", "MIT", [1], [2]), "nowhere"));

        Assert.Contains("models/centernet.json has the SHA-256", fault.Message, StringComparison.Ordinal);
    }

    private static double Farthest(JsonElement reference, OrtValue value)
    {
        var shape = value.GetTensorTypeAndShape().Shape;
        var (channels, pixels) = ((int)shape[1], (int)(shape[2] * shape[3]));
        Assert.Equal([(int)shape[2], (int)shape[3], channels], reference.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32()));
        var numbers = value.GetTensorDataAsSpan<float>().ToArray();
        var every = reference.GetProperty("every").GetInt32();
        return reference.GetProperty("numbers").EnumerateArray().Index().Max(item =>
        {
            var (pixel, channel) = Math.DivRem(item.Index * every, channels);
            return Math.Abs(numbers[(channel * pixels) + pixel] - item.Item.GetDouble());
        });
    }
}

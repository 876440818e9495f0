using System.Security.Cryptography;
using Google.Protobuf;
using Swarm.Inference.Onnx;

namespace Swarm.Vision;

/// <summary>Converts the detector of <see cref="CenterNetPackage"/> to ONNX and writes it with its manifest.</summary>
public static class CenterNetImport
{
    /// <summary>Under a site's data folder.</summary>
    public const string Folder = "models";

    public const string ManifestName = "centernet.json";

    /// <summary>Small sizes score the same objects lower; who acts on a box chooses from which score on.</summary>
    private const float LeastScore = 0.1f;

    /// <summary>The net halves the picture five times, and doubles it again.</summary>
    private const int Stride = 32;

    private const string ModelName = "centernet.onnx";
    private const string Heatmap = "heatmap";
    private const string Size = "size";

    /// <param name="folder">Made where it is not there; files of an earlier import are replaced.</param>
    /// <returns>The manifest's file.</returns>
    /// <exception cref="ImportException">The files are not those of the version that is known, or cannot be written.</exception>
    /// <exception cref="ConversionException">The graph has something that is not known.</exception>
    public static string Run(PackageFiles package, string folder)
    {
        if (package.Version != CenterNetPackage.Version)
            throw new ImportException($"{CenterNetPackage.Name} {package.Version} is not known; {CenterNetPackage.Version} is");
        Check(CenterNetPackage.GraphFile, package.Graph, CenterNetPackage.GraphHash);
        Check(CenterNetPackage.WeightsFile, package.Weights, CenterNetPackage.WeightsHash);
        var model = Convert(package).ToByteArray();
        try
        {
            Directory.CreateDirectory(folder);
            var manifest = Path.Combine(folder, ManifestName);
            File.WriteAllBytes(Path.Combine(folder, ModelName), model);
            ManifestFile.Write(manifest, Describe(model));
            return manifest;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"{folder} cannot be written: {exception.Message}", exception);
        }
    }

    /// <summary>The heat map after its sigmoid, and the reach of boxes in pixels. Peaks are looked for in C#, where it is quicker.</summary>
    internal static ModelProto Convert(PackageFiles package)
    {
        var graph = GraphModelReader.Read(package.Graph, package.Weights);
        var model = OnnxConverter.Convert(graph, ("tower_0/keypoints", Heatmap), ("tower_0/wh", Size));
        model.DocString = $"{CenterNetPackage.Origin}. {CenterNetPackage.LicenceNote}";
        model.MetadataProps.Add(new StringStringEntryProto { Key = "graph_sha256", Value = CenterNetPackage.GraphHash });
        model.MetadataProps.Add(new StringStringEntryProto { Key = "weights_sha256", Value = CenterNetPackage.WeightsHash });
        return model;
    }

    internal static DetectorManifest Describe(byte[] model) => new(
        "centernet-mobilenetv3",
        CenterNetPackage.Version,
        ModelName,
        System.Convert.ToHexStringLower(SHA256.HashData(model)),
        CenterNetPackage.LicenceNote,
        new InputSpec(PictureRules.InputName, Fit: PictureFit.Letterbox, Multiple: Stride),
        [256, 384, 512, 768],
        new CenterNetSpec(Heatmap, Size, Score: LeastScore),
        CenterNetPackage.Classes,
        CenterNetPackage.Origin);

    private static void Check(string file, byte[] content, string expected)
    {
        if (System.Convert.ToHexStringLower(SHA256.HashData(content)) is var hash && hash != expected)
            throw new ImportException($"{file} has the SHA-256 {hash}; that of {CenterNetPackage.Name} {CenterNetPackage.Version} is {expected}");
    }
}

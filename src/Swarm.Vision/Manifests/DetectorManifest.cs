namespace Swarm.Vision;

/// <summary>All that is needed to run an ONNX file as a detector.</summary>
/// <param name="File">The ONNX file, in the manifest's own folder.</param>
/// <param name="Sha256">Of the file, 64 hexadecimal digits.</param>
/// <param name="Licence">What is known of the licence, of code and of weights.</param>
/// <param name="Sizes">Longer sides of the pictures that it is run at, in pixels, smallest first.</param>
/// <param name="Classes">Names, in the order of the model's outputs.</param>
public sealed record DetectorManifest(
    string Name,
    string Version,
    string File,
    string Sha256,
    string Licence,
    InputSpec Input,
    IReadOnlyList<int> Sizes,
    DecoderSpec Decoder,
    IReadOnlyList<string> Classes,
    string? Origin = null)
{
    public string Model => $"{Name} {Version}";
}

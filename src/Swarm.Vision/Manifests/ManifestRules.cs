namespace Swarm.Vision;

/// <summary>What a manifest must keep to; all that is wrong is named at once.</summary>
internal static class ManifestRules
{
    public const int LargestSize = 4096;

    public static IReadOnlyList<string> Faults(DetectorManifest manifest) => [.. Check(manifest)];

    private static IEnumerable<string> Check(DetectorManifest manifest)
    {
        if (manifest.Name.Length == 0 || manifest.Version.Length == 0)
            yield return "name and version must not be empty";
        if (manifest.File.Length == 0 || Path.GetFileName(manifest.File) != manifest.File || manifest.File is "." or "..")
            yield return $"file {manifest.File}: a name in the manifest's own folder is expected";
        if (manifest.Sha256.Length != 64 || !manifest.Sha256.All(char.IsAsciiHexDigit))
            yield return $"sha256 {manifest.Sha256}: 64 hexadecimal digits are expected";
        if (string.IsNullOrWhiteSpace(manifest.Licence))
            yield return "licence: say what is known of it, of the weights too";
        if (manifest.Sizes.Count == 0 || manifest.Sizes.Any(size => size is < 32 or > LargestSize) || !manifest.Sizes.SequenceEqual(manifest.Sizes.Distinct().Order()))
            yield return $"sizes {string.Join(", ", manifest.Sizes)}: one or more from 32 to {LargestSize} are expected, ascending";
        if (manifest.Classes.Count is 0 or > 10_000 || manifest.Classes.Any(string.IsNullOrWhiteSpace))
            yield return "classes: 1 to 10000 names are expected";
        foreach (var fault in CheckInput(manifest.Input, manifest.Sizes).Concat(CheckDecoder(manifest.Decoder, manifest.Input, manifest.Sizes)))
            yield return fault;
    }

    private static IEnumerable<string> CheckInput(InputSpec input, IReadOnlyList<int> sizes)
    {
        if (input.Name.Length == 0)
            yield return "input.name must not be empty";
        if (!float.IsFinite(input.Scale) || input.Scale == 0)
            yield return $"input.scale {input.Scale}: a number other than 0 is expected";
        if (input.Mean is { } mean && (mean.Count != 3 || !mean.All(float.IsFinite)))
            yield return $"input.mean {string.Join(", ", mean)}: three numbers are expected";
        if (input.Deviation is { } deviation && (deviation.Count != 3 || !deviation.All(value => float.IsFinite(value) && value > 0)))
            yield return $"input.deviation {string.Join(", ", deviation)}: three numbers above 0 are expected";
        if (input.Multiple is { } multiple && (multiple is < 1 or > LargestSize || input.Fit == PictureFit.Stretch || sizes.Any(size => size % multiple != 0)))
            yield return $"input.multiple {multiple}: a divisor of each of the sizes is expected, and that fit is letterbox";
        if (!Enum.IsDefined(input.Layout) || !Enum.IsDefined(input.Colours) || !Enum.IsDefined(input.Fit))
            yield return "input: layout is nchw or nhwc, colours is rgb or bgr, fit is stretch or letterbox";
    }

    private static IEnumerable<string> CheckDecoder(DecoderSpec decoder, InputSpec input, IReadOnlyList<int> sizes)
    {
        if (decoder.Score is not (> 0 and <= 1))
            yield return $"decoder.score {decoder.Score}: above 0, up to 1 is expected";
        if (decoder.Overlap is { } overlap && overlap is not (>= 0 and <= 1))
            yield return $"decoder.overlap {overlap}: 0 to 1 is expected";
        if (decoder.Limit is < 1 or > 10_000)
            yield return $"decoder.limit {decoder.Limit}: 1 to 10000 is expected";
        if (decoder is CenterNetSpec { Stride: var stride } && (stride < 1 || sizes.Any(size => size % stride != 0) || input.Multiple % stride > 0))
            yield return $"decoder.stride {stride}: it must divide each of the sizes, and input.multiple";
        if (decoder is CenterNetSpec { SizeUnit: var unit } && unit is not (> 0 and < float.PositiveInfinity))
            yield return $"decoder.sizeUnit {unit}: a number above 0 is expected";
        if (decoder is CenterNetSpec { Heatmap: "" } or CenterNetSpec { Size: "" } or CenterNetSpec { Offset: "" } or YoloSpec { Output: "" })
            yield return "decoder: the name of an output must not be empty";
    }
}

using System.Security.Cryptography;
using System.Text.Json;

namespace Swarm.Vision;

/// <summary>Reads and writes manifests, and the ONNX files that they name.</summary>
public static class ManifestFile
{
    private const int LargestManifest = 1 << 20;
    private const int LargestModel = 1 << 30;

    /// <exception cref="ModelException">The manifest is missing, no JSON, or says something impossible.</exception>
    public static DetectorManifest Read(string path)
    {
        DetectorManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize(ReadBytes(path, LargestManifest), ManifestJson.Default.DetectorManifest);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new ModelException(ModelFault.Manifest, $"{path}: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(ModelFault.Manifest, $"there is no manifest {path}: {exception.Message}", exception);
        }

        var faults = manifest is null ? ["it is empty"] : ManifestRules.Faults(manifest);
        return faults.Count == 0 ? manifest! : throw new ModelException(ModelFault.Manifest, $"{path}: {string.Join("; ", faults)}");
    }

    public static void Write(string path, DetectorManifest manifest) =>
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Default.DetectorManifest));

    /// <summary>The bytes of the ONNX file that <paramref name="manifest"/>, read from <paramref name="path"/>, names.</summary>
    /// <exception cref="ModelException">The file is missing, or not the one that the manifest means.</exception>
    public static byte[] ReadModel(string path, DetectorManifest manifest)
    {
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, manifest.File);
        byte[] bytes;
        try
        {
            bytes = ReadBytes(file, LargestModel);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(ModelFault.File, $"there is no model {file}: {exception.Message}", exception);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return hash.Equals(manifest.Sha256, StringComparison.OrdinalIgnoreCase)
            ? bytes
            : throw new ModelException(ModelFault.Hash, $"{file} has the SHA-256 {hash}; the manifest means {manifest.Sha256}");
    }

    private static byte[] ReadBytes(string file, int largest)
    {
        using var stream = File.OpenRead(file);
        if (stream.Length > largest)
            throw new IOException($"{stream.Length} bytes are more than {largest}");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

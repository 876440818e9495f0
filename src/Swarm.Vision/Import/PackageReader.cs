using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace Swarm.Vision;

/// <summary>Takes the files of an npm package from its archive or from a folder that it was unpacked to. Nothing else of it is looked at.</summary>
public static class PackageReader
{
    private const int LargestFile = 64 << 20;
    private const string Description = "package.json";
    private static readonly string[] Wanted = [Description, CenterNetPackage.GraphFile, CenterNetPackage.WeightsFile];

    /// <param name="archive">As <c>npm pack</c> writes it: all is in a folder <c>package</c>.</param>
    /// <exception cref="ImportException">It cannot be read, or a file is missing.</exception>
    public static PackageFiles FromArchive(string archive)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        try
        {
            using var tar = new TarReader(new GZipStream(File.OpenRead(archive), CompressionMode.Decompress));
            while (files.Count < Wanted.Length && tar.GetNextEntry() is { } entry)
            {
                if (Wanted.FirstOrDefault(file => entry.Name == "package/" + file) is { } wanted && entry.DataStream is { } content)
                    files[wanted] = Read(content, wanted);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new ImportException($"{archive} cannot be read as a package: {exception.Message}", exception);
        }

        return Take(archive, files);
    }

    /// <exception cref="ImportException">A file is missing or cannot be read.</exception>
    public static PackageFiles FromDirectory(string directory)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Wanted)
        {
            try
            {
                using var content = File.OpenRead(Path.Combine(directory, file));
                files[file] = Read(content, file);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new ImportException($"{directory} is not the unpacked package: {exception.Message}", exception);
            }
        }

        return Take(directory, files);
    }

    private static byte[] Read(Stream content, string name)
    {
        if (content.Length > LargestFile)
            throw new ImportException($"{name} has {content.Length} bytes, more than {LargestFile}");
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return bytes;
    }

    private static PackageFiles Take(string source, Dictionary<string, byte[]> files)
    {
        if (Wanted.FirstOrDefault(file => !files.ContainsKey(file)) is { } missing)
            throw new ImportException($"{source} has no {missing}");
        try
        {
            using var description = JsonDocument.Parse(files[Description]);
            return new PackageFiles(Text("version"), Text("license"), files[CenterNetPackage.GraphFile], files[CenterNetPackage.WeightsFile]);

            string Text(string name) =>
                description.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new ImportException($"{source}: {Description} cannot be read: {exception.Message}", exception);
        }
    }
}

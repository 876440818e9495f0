namespace Swarm.Vision;

/// <summary>A folder of frames, one JPEG file each, in the order of their names.</summary>
public sealed class FrameFolder
{
    private FrameFolder(IReadOnlyList<string> files) => Files = files;

    public IReadOnlyList<string> Files { get; }

    /// <exception cref="FrameException">There is no such folder, or no file .jpg or .jpeg in it.</exception>
    public static FrameFolder Open(string directory)
    {
        try
        {
            string[] files = [.. Directory.EnumerateFiles(directory).Where(IsJpeg).Order(StringComparer.Ordinal)];
            return files.Length > 0 ? new FrameFolder(files) : throw new FrameException($"{directory} has no file .jpg or .jpeg");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FrameException($"there is no folder {directory}: {exception.Message}", exception);
        }
    }

    /// <exception cref="FrameException">The file cannot be read, or its picture is refused.</exception>
    public static Frame Read(string file)
    {
        try
        {
            return FrameDecoder.TryDecode(File.ReadAllBytes(file), out var frame, out var refusal)
                ? frame
                : throw new FrameException($"{file}: {refusal}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FrameException($"{file}: {exception.Message}", exception);
        }
    }

    private static bool IsJpeg(string file) =>
        Path.GetExtension(file) is var ending
        && (ending.Equals(".jpg", StringComparison.OrdinalIgnoreCase) || ending.Equals(".jpeg", StringComparison.OrdinalIgnoreCase));
}

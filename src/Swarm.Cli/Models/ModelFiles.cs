using Swarm.Inference;

namespace Swarm.Cli;

/// <summary>Files of models and keys; what cannot be read is said by name.</summary>
internal static class ModelFiles
{
    public static byte[] Read(string path) => Try(path, () => File.ReadAllBytes(path));

    public static string ReadText(string path) => Try(path, () => File.ReadAllText(path));

    public static void Write(string path, byte[] bytes) => Try(path, () =>
    {
        File.WriteAllBytes(path, bytes);
        return true;
    });

    /// <summary>A package; the content of a large one is beside it, in the file of its name without the ending.</summary>
    /// <exception cref="ModelRefusedException">It is none.</exception>
    public static ModelPackage ReadPackage(string path) => ModelPackage.Read(
        Read(path),
        path.EndsWith(ModelPackage.FileSuffix, StringComparison.Ordinal) ? () => Read(path[..^ModelPackage.FileSuffix.Length]) : null);

    public static ModelKeys Keys(IReadOnlyList<string> paths)
    {
        try
        {
            return ModelKeys.FromFiles(paths);
        }
        catch (Exception refused) when (refused is ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(refused.Message);
        }
    }

    private static T Try<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: {refused.Message}");
        }
    }
}

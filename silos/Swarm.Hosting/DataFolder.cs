
namespace Swarm.Hosting;

/// <summary>The folder of one silo. It is locked as long as this lives, so that no two silos share a store by mistake.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    /// <summary>Absolute.</summary>
    public string Path { get; }

    public string StoreFolder => System.IO.Path.Combine(Path, "store");

    private string SiteFilePath => SiteFileIn(Path);

    /// <exception cref="StartupException">Another silo has it, or it cannot be written to.</exception>
    public static DataFolder Open(string path)
    {
        path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        try
        {
            Directory.CreateDirectory(path);
            // The lock goes with the process, however that ends; the file stays.
            var @lock = new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.Delete(SiteFileIn(path));
            return new DataFolder(path, @lock);
        }
        catch (IOException e) when (e.GetType() == typeof(IOException) && Directory.Exists(path))
        {
            var holder = JsonFile.Read(SiteFileIn(path), JsonFile.Default.SiteFile);
            throw new StartupException(
                $"The data folder {path} is in use by another silo{(holder is null ? "" : $" (site {holder.Site}, process {holder.ProcessId}, {holder.Page})")}. "
                + "Stop that one, or choose another folder with --data DIR.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The data folder {path} cannot be used: {e.Message}", e);
        }
    }

    /// <summary>Notes where the site is to be found, for programs that started it with ports of its own choice.</summary>
    public void Write(SiteFile site) => JsonFile.Write(SiteFilePath, site, JsonFile.Default.SiteFile);

    public void Dispose()
    {
        File.Delete(SiteFilePath);
        _lock.Dispose();
    }

    private static string SiteFileIn(string path) => System.IO.Path.Combine(path, "site.json");
}

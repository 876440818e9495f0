namespace Swarm;

/// <summary>
/// Where the recordings are, which are no part of the repository: the folder that <c>SWARM_DATA</c> names, or <c>shared/data</c> or <c>shared</c> in a
/// folder above. They are data, not a program to install, so tests that need them are skipped without them, under <c>CI=true</c> too.
/// </summary>
internal static class RecordedData
{
    public static string Require(string name)
    {
        var path = Folders().Select(folder => Path.Combine(folder, name)).FirstOrDefault(Directory.Exists);
        if (path is null)
            Assert.Skip($"the recording {name} is not here: set SWARM_DATA to the folder that holds it");
        return path;
    }

    private static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable("SWARM_DATA") is { Length: > 0 } data)
            yield return data;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared", "data");
            yield return Path.Combine(folder.FullName, "shared");
        }
    }
}

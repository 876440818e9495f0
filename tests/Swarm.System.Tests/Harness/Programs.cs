namespace Swarm.SystemTests.Harness;

/// <summary>Programs that are no part of this project and that a machine may lack.</summary>
internal static class Programs
{
    /// <summary>Where the program is. Without it the test is skipped, and fails where <c>CI=true</c>.</summary>
    public static string Require(string name, params string[] alternatives)
    {
        string[] names = [name, .. alternatives];
        var path = names.Select(Find).FirstOrDefault(found => found is not null);
        if (path is not null) return path;
        var reason = $"{name} is not installed here.";
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(reason);
        Assert.Skip(reason);
        return "";
    }

    private static string? Find(string name)
    {
        // Debian puts mosquitto where only root's PATH looks.
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin").Append("/usr/local/sbin");
        return folders.Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}

namespace Swarm.Hosting;

/// <summary>Finds the Garnet server that the build has restored from the tool manifest.</summary>
internal static class GarnetProgram
{
    /// <summary>The packages folder of the build that made this program, written by <c>build/Silo.targets</c>.</summary>
    private const string PackagesFolderSetting = "Swarm.PackagesFolder";

    /// <summary>
    /// The server's own assembly. It is run by <c>dotnet</c> rather than by <c>dotnet tool run</c>, which would stay as a process
    /// between the silo and the server.
    /// </summary>
    /// <exception cref="StartupException">It is nowhere to be found.</exception>
    public static string Find()
    {
        var folders = PackagesFolders().Distinct().ToArray();
        return folders.Select(FindIn).FirstOrDefault(path => path is not null) ?? throw new StartupException(
            $"The embedded store needs the tool garnet-server, which is not in {string.Join(" nor in ", folders)}. "
            + "Run 'dotnet tool restore' in the source folder, or choose another store: --store memory, or --store redis://HOST:PORT.");
    }

    private static IEnumerable<string> PackagesFolders()
    {
        if (Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } fromEnvironment)
            yield return Path.TrimEndingDirectorySeparator(fromEnvironment);
        if (AppContext.GetData(PackagesFolderSetting) is string { Length: > 0 } fromBuild)
            yield return Path.TrimEndingDirectorySeparator(fromBuild);
        yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
    }

    private static string? FindIn(string packagesFolder)
    {
        var package = Path.Combine(packagesFolder, "garnet-server");
        return Directory.Exists(package)
            ? Directory.EnumerateDirectories(package)
                .Where(folder => Version.TryParse(Path.GetFileName(folder), out _))
                .OrderByDescending(folder => Version.Parse(Path.GetFileName(folder)))
                .Select(folder => Path.Combine(folder, "tools", $"net{Environment.Version.Major}.0", "any", "GarnetServer.dll"))
                .FirstOrDefault(File.Exists)
            : null;
    }
}

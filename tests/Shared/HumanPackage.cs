using Swarm.Vision;

namespace Swarm;

/// <summary>The package with the real detector, fetched once. It is data, not a program to install, so tests that need it are skipped without.</summary>
internal static class HumanPackage
{
    private static readonly Lazy<Task<(PackageFiles? Files, string Reason)>> Fetched = new(FetchAsync);

    public static async Task<PackageFiles> RequireAsync()
    {
        var (files, reason) = await Fetched.Value;
        if (files is null)
            Assert.Skip($"{CenterNetPackage.Name} cannot be had: {reason}");
        return files;
    }

    private static async Task<(PackageFiles? Files, string Reason)> FetchAsync()
    {
        var folder = Directory.CreateTempSubdirectory("swarm-vision-");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            return (PackageReader.FromArchive(await NpmClient.PackAsync($"{CenterNetPackage.Name}@{CenterNetPackage.Version}", folder.FullName, limit.Token)), "");
        }
        catch (ImportException exception)
        {
            return (null, exception.Message);
        }
        catch (OperationCanceledException)
        {
            return (null, "npm took more than 3 minutes");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

using System.ComponentModel;
using System.Diagnostics;

namespace Swarm.Vision;

/// <summary>Fetches a package through the npm of this machine, from the registry that it is set up for.</summary>
public static class NpmClient
{
    /// <param name="folder">Where the archive is put.</param>
    /// <returns>The archive.</returns>
    /// <exception cref="ImportException">There is no npm, or it has not got the package.</exception>
    public static async Task<string> PackAsync(string package, string folder, CancellationToken cancellationToken)
    {
        using var npm = Start(package, folder);
        var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = npm.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await npm.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw;
        }

        await output;
        if (npm.ExitCode != 0)
            throw new ImportException($"npm pack {package} failed ({npm.ExitCode}): {(await error).Trim()}");
        return Directory.GetFiles(folder, "*.tgz") is [var archive]
            ? archive
            : throw new ImportException($"npm pack {package} left no archive in {folder}");
    }

    private static Process Start(string package, string folder)
    {
        var program = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        try
        {
            return Process.Start(new ProcessStartInfo(program, ["pack", package, "--pack-destination", folder, "--silent"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = false,
                WorkingDirectory = folder,
            })!;
        }
        catch (Win32Exception exception)
        {
            throw new ImportException($"npm is not installed ({exception.Message}): install Node.js, or fetch {package} yourself and name the archive", exception);
        }
    }
}

using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Swarm.Architecture.Tests;

/// <summary>What belongs to one machine or one network stays out of the repository.</summary>
public sealed partial class TrackedTextTests
{
    private const long LargestTextFile = 2_000_000;

    private static readonly string[] Binary = [".png", ".jpg", ".gif", ".ico", ".webp", ".zip", ".gz", ".parquet", ".onnx", ".bin", ".woff2"];

    [Fact]
    public void TrackedFiles_Text_NameNoMachineAndNoRegistry()
    {
        var files = TrackedFiles();
        Assert.SkipWhen(files is null, "The sources are in no git work tree, or git is not installed.");

        var found = files
            .Where(file => !Binary.Contains(Path.GetExtension(file)) && new FileInfo(file) is { Exists: true, Length: < LargestTextFile })
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (File: file, Line: index + 1, Match: Forbidden().Match(line))))
            .Where(hit => hit.Match.Success)
            .Select(hit => $"{Path.GetRelativePath(Sources.Root, hit.File)}:{hit.Line}: {hit.Match.Value}");

        Assert.Empty(found);
    }

    /// <summary>Null without git.</summary>
    private static string[]? TrackedFiles()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["ls-files"]) { WorkingDirectory = Sources.Root, RedirectStandardOutput = true })!;
            var listed = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? [.. listed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(file => Path.Combine(Sources.Root, file))] : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    // Home and working folders of a machine, and hosts of package registries (written so that this file does not match itself).
    [GeneratedRegex(@"(?<![\w.])/(?:home|root|Users|work)/\w|[A-Z]:\\\\?Users\\|registry[.]npmjs|api[.]nuget|deb[.]debian[.]org|pypi[.]org|files[.]pythonhosted|crates[.]io|proxy[.]golang", RegexOptions.CultureInvariant)]
    private static partial Regex Forbidden();
}

using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Swarm.Benchmarks.Reflex;

/// <summary>The device agent as it is shipped: compiled ahead of time.</summary>
internal sealed class AgentProgram : IDisposable
{
    private static readonly string Sources = typeof(AgentProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Sources").Value!;

    private readonly DirectoryInfo? _folder;
    private readonly string _path;

    private AgentProgram(string path, DirectoryInfo? folder) => (_path, _folder) = (path, folder);

    public static AgentProgram At(string path) =>
        File.Exists(path) ? new(path, null) : throw new FileNotFoundException($"--agent {path}: there is no such program; leave the option out to have it published.");

    /// <summary>Publishes it to a folder of its own, which needs clang and zlib's headers.</summary>
    public static async Task<AgentProgram> PublishAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("swarm-agent-");
        Report.Progress("publishing the agent");
        var start = new ProcessStartInfo("dotnet", ["publish", Path.Combine(Sources, "src", "Swarm.DeviceAgent"), "-c", "Release", "--use-current-runtime", "-o", folder.FullName, "-v", "quiet", "--nologo"])
        {
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(start)!;
        var output = await publish.StandardOutput.ReadToEndAsync(cancellationToken);
        await publish.WaitForExitAsync(cancellationToken);
        if (publish.ExitCode == 0)
            return new(Path.Combine(folder.FullName, "swarm-device"), folder);
        folder.Delete(recursive: true);
        throw new InvalidOperationException("The agent cannot be published (are clang and zlib1g-dev installed?): " + output);
    }

    /// <summary>Runs it for a while.</summary>
    /// <returns>Its last statistics.</returns>
    public async Task<JsonNode> RunAsync(double seconds, bool priority, string[] more, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(
            _path,
            [
                "--json", "--report", "0", "--seconds", seconds.ToString(CultureInfo.InvariantCulture), .. priority ? Array.Empty<string>() : ["--no-priority"], .. more,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var agent = Process.Start(start)!;
        try
        {
            var error = agent.StandardError.ReadToEndAsync(cancellationToken);
            var output = await agent.StandardOutput.ReadToEndAsync(cancellationToken);
            await agent.WaitForExitAsync(cancellationToken);
            return output.Length > 0
                ? JsonNode.Parse(output)!
                : throw new InvalidOperationException($"The agent ended with {agent.ExitCode}: {await error}");
        }
        finally
        {
            if (!agent.HasExited)
                agent.Kill();
        }
    }

    public void Dispose() => _folder?.Delete(recursive: true);
}

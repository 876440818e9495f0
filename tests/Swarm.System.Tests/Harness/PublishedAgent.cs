using System.Reflection;

namespace Swarm.SystemTests.Harness;

/// <summary>The device agent, compiled ahead of time once for all tests of a class, which takes the better part of a minute.</summary>
public sealed class PublishedAgent : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Lazy<Task> _publishing;

    public PublishedAgent() => _publishing = new(PublishAsync);

    /// <summary>What the publishing printed.</summary>
    public string Printed { get; private set; } = "";

    public string Folder => _folder["agent"];

    public string Program => Path.Combine(Folder, "swarm-device");

    /// <summary>Waits until it is there. Without the compiler the test is skipped, and fails where <c>CI=true</c>.</summary>
    public Task ReadyAsync()
    {
        Programs.Require("clang");
        return _publishing.Value;
    }

    public void Dispose() => _folder.Dispose();

    private async Task PublishAsync()
    {
        await using var publish = new ChildProcess(
            "dotnet",
            ["publish", Metadata("DeviceAgent"), "-c", Metadata("Configuration"), "--use-current-runtime", "-o", Folder, "-v", "quiet", "--nologo", "-nodeReuse:false"],
            _folder.Path);
        await Eventually.HoldsAsync(() => publish.HasExited, Patience.Publish, "the agent is published");
        Printed = publish.Printed;
        Assert.True(publish.ExitCode == 0, $"dotnet publish ended with {publish.ExitCode}:\n{Printed}");
    }

    /// <summary>As these tests were built: what the agent references is built then.</summary>
    private static string Metadata(string key) =>
        typeof(PublishedAgent).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
}

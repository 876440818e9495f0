using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Swarm.SystemTests.Harness;

/// <summary>What a silo has noted of its embedded store, which is a process of its own.</summary>
internal sealed class EmbeddedStoreNote(string dataFolder)
{
    public int ProcessId => JsonNode.Parse(File.ReadAllText(Path.Combine(dataFolder, "store", "garnet.json")))!["processId"]!.GetValue<int>();

    /// <summary>As <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        using var process = Process.GetProcessById(ProcessId);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience.Stop, TestContext.Current.CancellationToken);
    }
}

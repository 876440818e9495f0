using System.Diagnostics;
using Swarm.OperatorConsole.Page;

namespace Swarm.OperatorConsole.Tests.Page;

public sealed class PagePartsTests
{
    [Fact]
    public async Task NodeTests_OfThePage_Pass()
    {
        var folder = Path.Combine(Repository(), "src", "Swarm.Console", "web");
        var missing = !new EmbeddedPage().IsBuilt ? "the page is not built, so Node.js is missing"
            : !Directory.Exists(Path.Combine(folder, "node_modules")) ? "the page's packages are not installed here"
            : null;
        if (missing is not null && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(missing);
        Assert.SkipWhen(missing is not null, missing ?? "");

        var start = new ProcessStartInfo("node", "run-tests.mjs") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(node.ExitCode == 0, output + await errors);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Swarm.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException($"no Swarm.sln above {AppContext.BaseDirectory}");
        return folder.FullName;
    }
}

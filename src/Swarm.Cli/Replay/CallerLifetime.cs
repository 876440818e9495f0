using Microsoft.Extensions.Hosting;

namespace Swarm.Cli;

/// <summary>The host lives as long as the caller has it, who stops it: it must not listen for Ctrl-C itself, as hosts do.</summary>
internal sealed class CallerLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using Microsoft.Extensions.Hosting;
using Swarm.Grains;

namespace Swarm.Benchmarks.Ingest;

/// <summary>Makes the devices known, as an operator does, so that they do not stand in line with strangers.</summary>
internal sealed class Registration(IGrainFactory grains, int devices) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        grains.Site(BenchFleet.Site.Site).Register([.. Enumerable.Range(0, devices).Select(BenchFleet.Id)]);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

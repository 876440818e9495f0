using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Swarm.Bridge;
using Swarm.Messaging;

namespace Swarm.Benchmarks.Ingest;

/// <summary>A whole site: silo, grains and bridge.</summary>
internal sealed class SiteSubject : ISubject
{
    private readonly BridgeCounts _counts = new();
    private readonly IHost _host;
    private readonly EmbeddedBroker? _broker;

    private SiteSubject(IHost host, BrokerAddress? external, EmbeddedBroker? broker, Stopwatches? watches)
    {
        (_host, _broker, Watches) = (host, broker, watches);
        Address = external ?? new BrokerAddress("127.0.0.1", 0);
    }

    public BrokerAddress Address { get; private set; }

    public long Handled => _counts.Handled;

    public long Dropped => _counts.Dropped;

    public Stopwatches? Watches { get; }

    /// <param name="external">The broker to bridge to; null for an embedded one.</param>
    public static async Task<SiteSubject> StartAsync(BrokerAddress? external, int devices, Stopwatches? watches)
    {
        var broker = external is null ? new EmbeddedBroker(new EmbeddedBrokerOptions { Port = 0 }, NullLogger<EmbeddedBroker>.Instance) : null;
        var host = SiteHost.Build(silo =>
        {
            if (watches is not null)
                silo.AddIncomingGrainCallFilter(new LatencyProbe(watches));

            // Between the silo and the bridge, as hosted services start in their order.
            silo.Services.AddSingleton<IHostedService>(services => new Registration(services.GetRequiredService<IGrainFactory>(), devices));
            silo.Services.AddBridge(new BridgeOptions { Site = BenchFleet.Site, Broker = external, Embedded = broker });
        });
        var site = new SiteSubject(host, external, broker, watches);
        await host.StartAsync();
        site.Address = broker?.Address ?? external!;
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable host)
            await host.DisposeAsync();

        if (_broker is not null)
            await _broker.DisposeAsync();

        _counts.Dispose();
    }
}

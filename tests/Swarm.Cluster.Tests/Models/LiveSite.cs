using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Storage;
using Orleans.TestingHost;
using Swarm.Bridge;
using Swarm.Domain;
using Swarm.Grains;
using Swarm.Grains.Edge;
using Swarm.Messaging;

namespace Swarm.Cluster.Tests;

/// <summary>A silo, an embedded broker and a bridge between them, in this process and in real time.</summary>
internal sealed class LiveSite : IAsyncDisposable
{
    private readonly EmbeddedBroker _broker = new(new EmbeddedBrokerOptions { Port = 0 }, NullLogger<EmbeddedBroker>.Instance);
    private readonly InProcessTestCluster _cluster;
    private ServiceProvider? _bridge;

    public LiveSite()
    {
        var (store, builder) = (new MemoryStore(), new InProcessTestClusterBuilder(1));
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton<IDownlink>(Downlink);
            silo.Services.AddKeyedSingleton<IGrainStorage>(EdgeStorage.Name, (services, name) => store.For(services.GetRequiredKeyedService<IGrainStorageSerializer>(name)));
            silo.Services.AddSingleton(SignedReflex.Verifier);
            silo.AddEdgeGrains(Site);
            silo.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
        });
        _cluster = builder.Build();
    }

    public SiteInfo Site { get; } = new(new SiteId("live"), new GeoPoint(52, 13), 100);

    public IModelsGrain Models => _cluster.Client.Models(Site.Site);

    public ISiteViewGrain View => _cluster.Client.SiteView(Site.Site);

    public BrokerAddress Address => _broker.Address;

    private LateDownlink Downlink { get; } = new();

    public async Task StartAsync()
    {
        await _cluster.DeployAsync();
        _bridge = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IGrainFactory>(_cluster.Client)
            .AddBridge(new BridgeOptions { Site = Site, Embedded = _broker })
            .BuildServiceProvider();
        Downlink.Bridge = _bridge.GetRequiredService<IDownlink>();
        foreach (var service in _bridge.GetServices<IHostedService>())
            await service.StartAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Retains another package than the site does, as somebody could who has the broker's password.</summary>
    public async Task OverwriteAsync(string name, string version, byte[] package) =>
        Assert.True(await Downlink.RetainModelAsync(name, version, package, TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        if (_bridge is not null)
        {
            foreach (var service in _bridge.GetServices<IHostedService>())
                await service.StopAsync(CancellationToken.None);
            await _bridge.DisposeAsync();
        }

        await _broker.DisposeAsync();
        await _cluster.DisposeAsync();
    }
}

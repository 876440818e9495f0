using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Swarm.Grains;

namespace Swarm.Bridge.Tests;

/// <summary>A bridge as a host would run it.</summary>
internal sealed class RunningBridge(BridgeOptions options, IGrainFactory grains, TimeProvider? time = null) : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddLogging()
        .AddSingleton(grains)
        .AddSingleton(time ?? TimeProvider.System)
        .AddBridge(options)
        .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });

    private bool _started;

    public IDownlink Downlink => _services.GetRequiredService<IDownlink>();

    public BridgeMetrics Metrics => _services.GetRequiredService<BridgeMetrics>();

    public RefusedDevices Refused => _services.GetRequiredService<RefusedDevices>();

    public PostOffice Office => _services.GetRequiredService<PostOffice>();

    /// <summary>Waits until this bridge takes messages in.</summary>
    public Task IngestsAsync() => (_services.GetRequiredService<IIngest>() as ExternalIngest)?.Joined.WaitAsync(Patience.Token) ?? Task.CompletedTask;

    public Task<PartReadiness> ReadinessAsync() => _services.GetRequiredService<IReadiness>().CheckAsync(Patience.Token);

    /// <summary>Waits until this bridge can send to devices.</summary>
    public Task SendsAsync() => (Downlink as BrokerDownlink)?.Connected.WaitAsync(Patience.Token) ?? Task.CompletedTask;

    /// <summary>Waits until this bridge, which took messages in, no longer does.</summary>
    public Task LosesIngestAsync() => ((ExternalIngest)_services.GetRequiredService<IIngest>()).Left.WaitAsync(Patience.Token);

    public async Task StartAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
            await service.StartAsync(Patience.Token);

        _started = true;
    }

    public async Task StopAsync()
    {
        if (!_started)
            return;

        _started = false;
        foreach (var service in _services.GetServices<IHostedService>())
            await service.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
    }
}

using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Swarm.Bridge;
using Swarm.Domain;
using Swarm.Grains.Edge;
using Swarm.Messaging;

namespace Swarm.Cli;

/// <summary>
/// A site in this process, put together from the same parts as an edge silo: silo, bridge, embedded broker on a free port. Its state
/// is in memory and it runs on a <see cref="ReplayClock"/>.
/// </summary>
internal sealed class OwnSite : IAsyncDisposable
{
    private readonly SiteLog _log = new();
    private readonly ReplayClock _clock = new(TimeProvider.System.GetUtcNow());
    private readonly EmbeddedBroker _broker;
    private readonly ILoggerFactory _loggers;
    private readonly IHost _host;
    private readonly ReplayClockDrive _drive;

    private OwnSite(SiteInfo info, double speed)
    {
        _loggers = LoggerFactory.Create(_log.Configure);
        _broker = new EmbeddedBroker(new EmbeddedBrokerOptions { Port = 0 }, _loggers.CreateLogger<EmbeddedBroker>());
        var builder = Host.CreateEmptyApplicationBuilder(null);
        _log.Configure(builder.Logging);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddSingleton<IHostLifetime, CallerLifetime>();
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(FreePort(), gatewayPort: 0, serviceId: info.Site.Value, clusterId: info.Site.Value)
            .AddMemoryGrainStorage(EdgeStorage.Name)
            .AddEdgeGrains(info));
        builder.Services.AddBridge(new BridgeOptions { Site = info, Embedded = _broker });
        _host = builder.Build();
        _drive = new ReplayClockDrive(_clock, speed, TimeProvider.System);
    }

    public TimeProvider Clock => _clock;

    public BrokerAddress Broker => _broker.Address;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <param name="speed">Of the clock, times the real one, at most.</param>
    /// <exception cref="SiteException">It does not start.</exception>
    public static async Task<OwnSite> StartAsync(SiteInfo info, double speed, CancellationToken cancellationToken)
    {
        var site = new OwnSite(info, speed);
        try
        {
            await site._host.StartAsync(cancellationToken);
            return site;
        }
        catch (Exception exception)
        {
            await site.DisposeAsync();
            if (exception is OperationCanceledException)
                throw;
            throw new SiteException($"the site in this process did not start: {exception.Message}", exception);
        }
    }

    /// <summary>The clock stops last: what stops the site waits by it.</summary>
    public async ValueTask DisposeAsync()
    {
        _log.Mute();
        await _host.StopAsync();
        _host.Dispose();
        await _drive.DisposeAsync();
        _loggers.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Globalization;
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
/// The site that a recording is played through: a running one, or one of its own in this process that is put together from the same
/// parts as an edge silo (silo, bridge, embedded broker), with its state in memory and on a <see cref="ReplayClock"/>.
/// </summary>
internal sealed class ReplaySite : IAsyncDisposable
{
    private readonly SiteId _site;
    private readonly IHost? _own;
    private readonly ReplayClockDrive? _drive;
    private readonly ILoggerFactory _loggers;

    private ReplaySite(SiteId site, BrokerAddress broker, TimeProvider clock, ILoggerFactory loggers, IHost? own, ReplayClockDrive? drive) =>
        (_site, Broker, Clock, _loggers, _own, _drive) = (site, broker, clock, loggers, own, drive);

    /// <summary>Site time.</summary>
    public TimeProvider Clock { get; }

    public BrokerAddress Broker { get; }

    /// <summary>The grains of the site in this process; null where the site runs elsewhere.</summary>
    public IGrainFactory? Own => _own?.Services.GetRequiredService<IGrainFactory>();

    /// <param name="cellSize">Of a site of its own: side of a perception cell in metres, 0 for one cell.</param>
    /// <exception cref="SiteException">The site in this process does not start.</exception>
    public static async Task<ReplaySite> OpenAsync(SiteChoice choice, double cellSize, Screen screen, CancellationToken cancellationToken)
    {
        var loggers = LoggerFactory.Create(Log);
        if (choice.Broker is { } running)
        {
            screen.Say($"playing through site {choice.Site} at {running}");
            return new ReplaySite(choice.Site, running, TimeProvider.System, loggers, own: null, drive: null);
        }

        screen.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"starting site {choice.Site} in this process, its clock up to {choice.Speed:0.##}× as fast as a real one"));
        var clock = new ReplayClock(TimeProvider.System.GetUtcNow());
        var broker = new EmbeddedBroker(new EmbeddedBrokerOptions { Port = 0 }, loggers.CreateLogger<EmbeddedBroker>());
        var host = Build(new SiteInfo(choice.Site, default, cellSize), clock, broker);
        var drive = new ReplayClockDrive(clock, choice.Speed, TimeProvider.System);
        try
        {
            await host.StartAsync(cancellationToken);
            return new ReplaySite(choice.Site, broker.Address, clock, loggers, host, drive);
        }
        catch (Exception exception)
        {
            await new ReplaySite(choice.Site, broker.Address, clock, loggers, host, drive).DisposeAsync();
            if (exception is OperationCanceledException)
                throw;
            throw new SiteException($"the site in this process did not start: {exception.Message}", exception);
        }
    }

    /// <summary>Connects a device; it is disposed of by the caller.</summary>
    public ReplayDevice Connect(DeviceId id, Factsheet factsheet, Action<DownlinkMessage> onMessage) =>
        new(Broker, _site, id, factsheet, Clock, onMessage, _loggers);

    public async ValueTask DisposeAsync()
    {
        if (_own is not null)
        {
            await _own.StopAsync();
            _own.Dispose();
        }

        if (_drive is not null)
            await _drive.DisposeAsync();

        _loggers.Dispose();
    }

    private static IHost Build(SiteInfo site, ReplayClock clock, EmbeddedBroker broker)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        Log(builder.Logging);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IHostLifetime, CallerLifetime>();
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(FreePort(), gatewayPort: 0, serviceId: site.Site.Value, clusterId: site.Site.Value)
            .AddMemoryGrainStorage(EdgeStorage.Name)
            .AddEdgeGrains(site));
        builder.Services.AddBridge(new BridgeOptions { Site = site, Embedded = broker });
        return builder.Build();
    }

    /// <summary>Only what goes wrong is said, on the error output: the output is for figures.</summary>
    private static void Log(ILoggingBuilder logging) =>
        logging.SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Orleans", LogLevel.Error)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Globalization;
using Microsoft.Extensions.Logging;
using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Cli;

/// <summary>The site that a recording is played through: a running one, or one of its own in this process.</summary>
internal sealed class ReplaySite : IAsyncDisposable
{
    private readonly ILoggerFactory _loggers;
    private readonly OwnSite? _own;

    private ReplaySite(SiteInfo info, BrokerAddress broker, TimeProvider clock, ILoggerFactory loggers, OwnSite? own = null) =>
        (Info, Broker, Clock, _loggers, _own) = (info, broker, clock, loggers, own);

    public SiteInfo Info { get; }

    public BrokerAddress Broker { get; }

    /// <summary>Site time.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The grains of the site in this process; null where the site runs elsewhere.</summary>
    public IGrainFactory? Grains => _own?.Grains;

    /// <param name="cellSize">Of a site of its own: side of a perception cell in metres, 0 for one cell.</param>
    /// <exception cref="SiteException">The running site is not there, or the one in this process does not start.</exception>
    public static async Task<ReplaySite> OpenAsync(SiteChoice choice, double cellSize, Screen screen, CancellationToken cancellationToken)
    {
        var loggers = LoggerFactory.Create(new SiteLog().Configure);
        try
        {
            if (choice.Broker is { } broker)
            {
                screen.Say($"playing through site {choice.Site} at {broker}");
                var found = await SiteInfoReader.ReadAsync(broker, choice.Site, loggers, cancellationToken);
                return new ReplaySite(found, broker, TimeProvider.System, loggers);
            }

            screen.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"starting site {choice.Site} in this process, its clock up to {choice.Speed:0.##}× as fast as a real one"));
            var info = new SiteInfo(choice.Site, default, cellSize);
            var own = await OwnSite.StartAsync(info, choice.Speed, cancellationToken);
            return new ReplaySite(info, own.Broker, own.Clock, loggers, own);
        }
        catch
        {
            loggers.Dispose();
            throw;
        }
    }

    /// <summary>Connects a device; it is disposed of by the caller.</summary>
    public ReplayDevice Connect(DeviceId id, Factsheet factsheet, Action<DownlinkMessage> onMessage) =>
        new(Broker, Info.Site, id, factsheet, Clock, onMessage, _loggers);

    public async ValueTask DisposeAsync()
    {
        if (_own is not null)
            await _own.DisposeAsync();
        _loggers.Dispose();
    }
}

using Microsoft.Extensions.Logging;
using Swarm.Domain;
using Swarm.Grains;
using Swarm.Messaging;

namespace Swarm.Bridge;

/// <summary>Sends to devices through this process's own connection to an external broker, which takes nothing in.</summary>
internal sealed class BrokerDownlink : IDownlink, IAsyncDisposable
{
    private readonly SiteId _site;
    private readonly BridgeMetrics _metrics;
    private readonly MqttConnection _connection;
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BrokerDownlink(BridgeOptions options, LeaseKeeper lease, BridgeMetrics metrics, TimeProvider time, ILoggerFactory loggers)
    {
        _site = options.Site.Site;
        _metrics = metrics;
        _connection = new MqttConnection(
            new MqttConnectionOptions
            {
                Broker = options.Broker!,
                ClientId = $"swarm-{_site}-{lease.Holder}",
                Announce = () => new Announcement(Births: [Publication.Of(options.Site)]),
            },
            time,
            loggers.CreateLogger<MqttConnection>());
        _connection.StateChanged += state =>
        {
            if (state == MqttConnectionState.Connected)
                _connected.TrySetResult();
        };
    }

    /// <summary>Completes when it has connected for the first time.</summary>
    public Task Connected => _connected.Task;

    public bool IsConnected => _connection.State == MqttConnectionState.Connected;

    public void Start() => _connection.Start();

    public async ValueTask<bool> SendAsync(DeviceId device, DownlinkMessage message, CancellationToken cancellationToken = default)
    {
        var taken = await _connection.PublishAsync(Publication.Of(_site, device, message), cancellationToken);
        _metrics.Sent(Channels.Of(message).Channel, taken);
        return taken;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}

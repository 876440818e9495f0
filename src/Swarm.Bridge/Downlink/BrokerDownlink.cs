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

    public ValueTask<bool> SendAsync(DeviceId device, DownlinkMessage message, CancellationToken cancellationToken = default) =>
        PublishAsync(Publication.Of(_site, device, message), Channels.Of(message).Channel, cancellationToken);

    public ValueTask<bool> ClearDesiredAsync(DeviceId device, CancellationToken cancellationToken = default) =>
        PublishAsync(Publication.Clear(_site, device, Channel.Desired), Channel.Desired, cancellationToken);

    public ValueTask<bool> RetainModelAsync(string name, string version, ReadOnlyMemory<byte> package, CancellationToken cancellationToken = default) =>
        _connection.PublishAsync(Publication.Of(_site, name, version, package), cancellationToken);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async ValueTask<bool> PublishAsync(Publication publication, Channel channel, CancellationToken cancellationToken)
    {
        var taken = await _connection.PublishAsync(publication, cancellationToken);
        _metrics.Sent(channel, taken);
        return taken;
    }
}

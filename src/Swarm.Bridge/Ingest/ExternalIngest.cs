using Microsoft.Extensions.Logging;
using Swarm.Messaging;

namespace Swarm.Bridge;

/// <summary>
/// Takes messages from an external broker through the site's one ingest session. Its client id is the same for every bridge of the
/// site, and the broker keeps it: a successor that connects cuts the old holder off and is sent, in order, what was not acknowledged.
/// </summary>
internal sealed class ExternalIngest(
    BridgeOptions options,
    PostOffice office,
    LeaseKeeper lease,
    TimeProvider time,
    ILoggerFactory loggers) : IIngest, IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private MqttConnection? _connection;
    private Task _renewing = Task.CompletedTask;

    /// <summary>Completes when this bridge has held the ingest session for the first time.</summary>
    public Task Joined => _joined.Task;

    /// <summary>Completes when it has lost or let go of the session for the first time.</summary>
    public Task Left => _left.Task;

    public bool IsConnected => _connection?.State == MqttConnectionState.Connected;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var site = options.Site.Site;
        _connection = new MqttConnection(
            new MqttConnectionOptions
            {
                Broker = options.Broker!,
                ClientId = $"swarm-{site}-ingest",
                CleanStart = false,
                SessionExpiry = options.Limits.SessionExpiry,
                ReceiveMaximum = options.Limits.ReceiveMaximum,
                Subscriptions = [.. Channels.Uplink.Select(info => Subscription.OfAll(site, info.Channel))],
                MayConnect = lease.HoldAsync,
                OnMessage = Take,
                MaxBackoff = options.Limits.Lease / 2,
            },
            time,
            loggers.CreateLogger<MqttConnection>());
        _connection.StateChanged += state =>
        {
            lease.NoteConnected(state == MqttConnectionState.Connected);
            if (state == MqttConnectionState.Connected)
                _joined.TrySetResult();
            else
                _left.TrySetResult();
        };
        _connection.Start();
        _renewing = RenewAsync(_connection, _stopping.Token);
        return Task.CompletedTask;
    }

    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _renewing;
        if (_connection is not null)
            await _connection.DisposeAsync();

        await lease.ReleaseAsync();
    }

    public ValueTask DisposeAsync()
    {
        _stopping.Dispose();
        return ValueTask.CompletedTask;
    }

    private ValueTask Take(IncomingMessage message)
    {
        var receipt = message.NeedsAcknowledgement ? new IncomingReceipt(message) : null;
        return office.Post(message.Topic, message.Payload, message.Retained, receipt)?.SignAsync() ?? ValueTask.CompletedTask;
    }

    /// <summary>Renews three times in the life of a lease, and lets the session go when it is no longer this bridge's.</summary>
    private async Task RenewAsync(MqttConnection connection, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(options.Limits.Lease / 3, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                if (connection.State == MqttConnectionState.Connected && !await lease.HoldAsync(stop))
                    await connection.ResetAsync();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }
    }
}

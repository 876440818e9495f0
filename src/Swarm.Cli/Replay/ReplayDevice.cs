using Microsoft.Extensions.Logging;
using MQTTnet.Protocol;
using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Cli;

/// <summary>A recorded device on a connection of its own: birth, factsheet and last will like hardware, then what the recording says.</summary>
internal sealed class ReplayDevice : IAsyncDisposable
{
    /// <summary>Between the states that knock at the site until it answers, site time.</summary>
    private static readonly TimeSpan KnockInterval = TimeSpan.FromSeconds(0.5);

    /// <summary>Real time after which a site that has not answered counts as not there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<DownlinkMessage> _onMessage;
    private readonly MqttConnection _connection;
    private readonly BrokerAddress _broker;
    private readonly TimeProvider _clock;
    private readonly SiteId _site;
    private readonly DeviceId _id;
    private readonly Factsheet _factsheet;

    /// <param name="onMessage">Takes what the site sends, one at a time.</param>
    public ReplayDevice(
        BrokerAddress broker,
        SiteId site,
        DeviceId id,
        Factsheet factsheet,
        TimeProvider clock,
        Action<DownlinkMessage> onMessage,
        ILoggerFactory loggers)
    {
        (_broker, _site, _id, _factsheet, _clock, _onMessage) = (broker, site, id, factsheet, clock, onMessage);
        var options = new MqttConnectionOptions
        {
            Broker = broker,
            ClientId = $"swarm-replay-{site}-{id}",
            Subscriptions =
            [
                .. Channels.Downlink.Select(channel => Subscription.Of(site, id, channel.Channel)),
                new Subscription(Topic.SiteInfo(site), MqttQualityOfServiceLevel.AtLeastOnce),
            ],
            Announce = Announce,
            OnMessage = TakeAsync,
        };
        // A broker is real, also where the site's clock runs fast: its answers are waited for in real time.
        _connection = new MqttConnection(options, TimeProvider.System, loggers.CreateLogger<MqttConnection>());
        _connection.Start();
    }

    /// <summary>What the site says of itself; null before it has.</summary>
    public SiteInfo? Site { get; private set; }

    /// <summary>Messages that were written to the connection, and those that were not for want of one.</summary>
    public long Sent { get; private set; }

    public long Unsent { get; private set; }

    /// <summary>Sends states until the site has told this device its hazards, by which it is known to be heard and served.</summary>
    /// <exception cref="SiteException">The site did not answer.</exception>
    public async Task ReadyAsync(Func<DateTimeOffset, DeviceState> state, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            while (!_answered.Task.IsCompleted)
            {
                await _connection.PublishAsync(Publication.Of(_site, _id, state(_clock.GetUtcNow())), limit.Token);
                await Task.WhenAny(_answered.Task, Task.Delay(KnockInterval, _clock, limit.Token));
                limit.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SiteException(
                _connection.State == MqttConnectionState.Connected
                    ? $"the broker {_broker} is there, but no site {_site} answered device {_id} within {Patience.TotalSeconds:0} s; is --site right?"
                    : $"there is no connection to the broker {_broker}");
        }
    }

    public async ValueTask SendAsync(UplinkMessage message, CancellationToken cancellationToken)
    {
        if (await _connection.PublishAsync(Publication.Of(_site, _id, message), cancellationToken))
            Sent++;
        else
            Unsent++;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private Announcement Announce()
    {
        var birth = Guid.NewGuid().ToString("N");
        return new Announcement(
            Will: Report(ConnectionState.Lost),
            Births: [Report(ConnectionState.Online), Publication.Of(_site, _id, _factsheet)],
            Goodbye: Report(ConnectionState.Offline));

        Publication Report(ConnectionState state) => Publication.Of(_site, _id, new ConnectionReport(state, birth));
    }

    private async ValueTask TakeAsync(IncomingMessage incoming)
    {
        if (incoming.Topic == Topic.SiteInfo(_site))
        {
            Site = ProtocolCodec.TryDecodeSiteInfo(incoming.Payload, out var info, out _) ? info : Site;
        }
        else if (Topic.TryParse(incoming.Topic, out var parts)
            && ProtocolCodec.TryDecodeDownlink(parts.Channel, incoming.Payload, out var message, out _))
        {
            if (message is HazardList)
                _answered.TrySetResult();
            _onMessage(message);
        }

        await incoming.AcknowledgeAsync();
    }
}

using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using MQTTnet;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace Swarm.Messaging;

/// <summary>
/// An MQTT broker inside this process, for one site and up to a few hundred devices; listens on 127.0.0.1 alone, so anybody on this
/// machine may connect. What devices publish goes straight to a sink, and what the site sends straight to a device's session: MQTTnet's
/// own dispatch walks every session that has subscribed to anything, for each message, and is used only where somebody else listens in.
/// </summary>
/// <remarks>
/// It has no access control and keeps retained messages in memory. A session ends with its connection, so that nothing piles up for
/// clients that never come back: what must arrive at a device is sent again by its grain. A client that begins a packet of more than
/// <see cref="ProtocolLimits.MaxPacket"/> is cut off before it is read.
/// </remarks>
public sealed partial class EmbeddedBroker : IAsyncDisposable
{
    private readonly MqttServer _server;
    private readonly BrokerListener _listener;
    private readonly EmbeddedBrokerOptions _options;
    private readonly ILogger _logger;
    private readonly SubscriptionIndex _subscriptions = new();
    private readonly HashSet<string> _retained = new(StringComparer.Ordinal);
    private IUplinkSink? _sink;

    public EmbeddedBroker(EmbeddedBrokerOptions options, ILogger<EmbeddedBroker> logger)
    {
        _options = options;
        _logger = logger;
        var factory = new MqttServerFactory(new BrokerLog(logger));
        var serverOptions = factory.CreateServerOptionsBuilder()
            .WithoutDefaultEndpoint()
            .WithMaxPendingMessagesPerClient(options.MaxPendingPerClient)
            .WithPendingMessagesOverflowStrategy(MqttPendingMessagesOverflowStrategy.DropOldestQueuedMessage)
            .Build();
        _listener = new BrokerListener(options.Port);
        _server = factory.CreateMqttServer(serverOptions, [_listener]);
        _server.ValidatingConnectionAsync += OnConnecting;
        _server.InterceptingPublishAsync += OnPublishAsync;
        _server.ClientConnectedAsync += OnConnected;
        _server.ClientSubscribedTopicAsync += OnSubscribedAsync;
        _server.ClientUnsubscribedTopicAsync += OnUnsubscribed;
        _server.SessionDeletedAsync += OnSessionDeleted;
    }

    /// <summary>The port that it listens on, known once started.</summary>
    public int Port => _listener.Port;

    public BrokerAddress Address => new(BrokerListener.Address.ToString(), Port);

    public bool IsStarted => _server.IsStarted;

    /// <exception cref="InvalidOperationException">The port is taken.</exception>
    public async Task StartAsync()
    {
        try
        {
            await _server.StartAsync();
        }
        catch (SocketException exception)
        {
            throw new InvalidOperationException(
                $"The embedded broker cannot listen on 127.0.0.1:{_options.Port}: {exception.Message}. Give another port, or 0 for any free one.", exception);
        }

        LogStarted(Port);
    }

    /// <summary>Hands what devices publish to <paramref name="sink"/> from now on; null stops that.</summary>
    public void SetSink(IUplinkSink? sink) => Volatile.Write(ref _sink, sink);

    /// <summary>Publishes in the site's own name. True once the broker has it, whether or not anybody has subscribed.</summary>
    public async ValueTask<bool> PublishAsync(Publication publication, CancellationToken cancellationToken = default)
    {
        if (!_server.IsStarted)
            return false;

        var message = publication.ToMessage(publication.Qos, publication.Retain);
        if (_subscriptions.IsWatched(publication.Topic))
        {
            await _server.InjectApplicationMessage(new InjectedMqttApplicationMessage(message) { SenderClientId = "" }, cancellationToken);
            return true;
        }

        if (publication.Retain)
            await _server.UpdateRetainedMessageAsync(message);

        foreach (var subscriber in _subscriptions.Direct(publication.Topic))
            Deliver(subscriber, publication);

        return true;
    }

    /// <summary>Cuts a client off, as a fault of the network would: its will is published.</summary>
    public Task DisconnectAsync(string clientId) =>
        _server.DisconnectClientAsync(clientId, new MqttServerClientDisconnectOptions { ReasonCode = MqttDisconnectReasonCode.AdministrativeAction });

    /// <summary>Cuts every client off and stops listening. Their wills still go to the sink.</summary>
    public async Task StopAsync()
    {
        if (_server.IsStarted)
            await _server.StopAsync(new MqttServerStopOptions());
    }

    public async ValueTask DisposeAsync()
    {
        SetSink(null);
        await StopAsync();
        _server.Dispose();
    }

    private static void Deliver(SubscriptionIndex.Subscriber subscriber, Publication publication)
    {
        var qos = subscriber.Qos < publication.Qos ? subscriber.Qos : publication.Qos;

        try
        {
            subscriber.Session.TryEnqueueApplicationMessage(publication.ToMessage(qos, retain: false), out _);
        }
        catch (ObjectDisposedException)
        {
            // The session has just been deleted, and with it whoever the message was for; the index learns of it in a moment.
            return;
        }
    }

    private async Task OnPublishAsync(InterceptingPublishEventArgs publish)
    {
        var message = publish.ApplicationMessage;
        if (message.Retain && !AdmitRetained(message))
        {
            publish.Response.ReasonCode = MqttPubAckReasonCode.QuotaExceeded;
            publish.ProcessPublish = false;
            return;
        }

        var isUplink = Topic.TryParse(message.Topic, out var parts) && parts.Channel.Info().IsUplink;
        if (message.Payload.Length > (isUplink ? parts.Channel.Info().MaxPayload : ProtocolLimits.MaxPayload))
            publish.ProcessPublish = false;

        if (isUplink)
            publish.ProcessPublish &= message.Retain || _subscriptions.IsWatched(message.Topic);

        if (Volatile.Read(ref _sink) is not { } sink)
            return;

        if (!isUplink)
        {
            sink.NoteStray(message.Topic);
            return;
        }

        var uplink = new UplinkPublish(message.Topic, message.Payload);
        try
        {
            if (message.QualityOfServiceLevel == MqttQualityOfServiceLevel.AtMostOnce)
                sink.Post(uplink);
            else
                await sink.AcceptAsync(uplink, publish.CancellationToken);
        }
        catch (Exception exception)
        {
            if (exception is not OperationCanceledException)
                LogNotTaken(exception, message.Topic, publish.ClientId);

            publish.ProcessPublish = false;
            publish.CloseConnection = true;
        }
    }

    private Task OnConnecting(ValidatingConnectionEventArgs connecting)
    {
        if (string.IsNullOrEmpty(connecting.ClientId))
            connecting.AssignedClientIdentifier = NamingAdapter.NewName();

        return Task.CompletedTask;
    }

    private bool AdmitRetained(MqttApplicationMessage message)
    {
        if (message.Payload.Length > ProtocolLimits.MaxPayload)
            return false;

        lock (_retained)
        {
            if (message.Payload.IsEmpty)
            {
                _retained.Remove(message.Topic);
                return true;
            }

            return _retained.Contains(message.Topic) || (_retained.Count < _options.MaxRetained && _retained.Add(message.Topic));
        }
    }

    /// <summary>A client that starts clean gets a new session, and no event says that the old one is gone: the session's own items tell.</summary>
    private Task OnConnected(ClientConnectedEventArgs connected)
    {
        _subscriptions.Begin(connected.ClientId, connected.SessionItems);
        return Task.CompletedTask;
    }

    private async Task OnSubscribedAsync(ClientSubscribedTopicEventArgs subscribed)
    {
        var session = await _server.GetSessionAsync(subscribed.ClientId);
        var filter = subscribed.TopicFilter;
        _subscriptions.Add(subscribed.ClientId, subscribed.SessionItems, filter.Topic, filter.QualityOfServiceLevel, session);
    }

    private Task OnUnsubscribed(ClientUnsubscribedTopicEventArgs unsubscribed)
    {
        _subscriptions.Remove(unsubscribed.ClientId, unsubscribed.SessionItems, unsubscribed.TopicFilter);
        return Task.CompletedTask;
    }

    private Task OnSessionDeleted(SessionDeletedEventArgs deleted)
    {
        _subscriptions.End(deleted.Id, deleted.SessionItems);
        return Task.CompletedTask;
    }

    [LoggerMessage(EventName = "BrokerStarted", Level = LogLevel.Information, Message = "Embedded broker listens on 127.0.0.1:{Port}")]
    private partial void LogStarted(int port);

    [LoggerMessage(EventName = "UplinkNotTaken", Level = LogLevel.Warning, Message = "{Topic} of {ClientId} was not taken; the client is cut off")]
    private partial void LogNotTaken(Exception exception, string topic, string clientId);
}

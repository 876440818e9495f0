using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Device;

/// <summary>
/// A device's one connection to its site, as the device protocol has it: birth and will of one id for each connection, factsheet,
/// requests for the time, goodbye. What drives the device never waits for it.
/// </summary>
public sealed partial class DeviceLink : IAsyncDisposable
{
    /// <summary>What an empty message on <c>desired</c> says, which is how a retained one is cleared.</summary>
    private static readonly DesiredState NothingDesired = new(0);

    private readonly DeviceLinkOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly MqttConnection _connection;
    private readonly RetainedFetch _fetch;
    private readonly Channel<Publication> _waiting;
    private readonly CancellationTokenSource _stopping = new();
    private Task _work = Task.CompletedTask;
    private long _sent;
    private long _notSent;
    private long _refused;

    public DeviceLink(DeviceLinkOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        _options = options;
        _time = time;
        _logger = loggers.CreateLogger<DeviceLink>();
        _waiting = System.Threading.Channels.Channel.CreateBounded<Publication>(
            new BoundedChannelOptions(DeviceLinkOptions.MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => Interlocked.Increment(ref _notSent));
        _connection = new(
            new MqttConnectionOptions
            {
                Broker = options.Broker,
                ClientId = options.Device.Value,
                UseMqtt311 = options.UseMqtt311,
                Subscriptions = [.. Channels.Downlink.Select(channel => Subscription.Of(options.Site, options.Device, channel.Channel))],
                Announce = Announce,
                OnMessage = TakeAsync,
            },
            time,
            loggers.CreateLogger<MqttConnection>());
        _fetch = new(_connection, time);
    }

    /// <summary>As <see cref="MqttConnection.StateChanged"/>.</summary>
    public event Action<MqttConnectionState>? StateChanged
    {
        add => _connection.StateChanged += value;
        remove => _connection.StateChanged -= value;
    }

    public MqttConnectionState State => _connection.State;

    /// <summary>Messages handed to the broker.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Messages dropped for want of a connection or of a faster one.</summary>
    public long NotSent => Interlocked.Read(ref _notSent);

    /// <summary>Messages of the site that were not valid.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Begins to connect; returns at once. Call once.</summary>
    public void Start()
    {
        _connection.Start();
        _work = Task.WhenAll(Task.Run(SendAsync), Task.Run(AskTimeAsync));
    }

    /// <summary>Leaves a message to be sent as soon as the connection takes it; returns at once.</summary>
    /// <exception cref="ArgumentException">A number in the message is not finite.</exception>
    public void Post(UplinkMessage message) => _waiting.Writer.TryWrite(Up(message));

    /// <summary>Gives what is retained at a topic of the site that is no channel of a device, such as a model; waits until it is there or the wait is cancelled.</summary>
    public Task<byte[]> FetchRetainedAsync(string topic, CancellationToken cancellationToken) => _fetch.FetchAsync(topic, cancellationToken);

    /// <summary>Says goodbye and disconnects.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
            return;
        await _stopping.CancelAsync();
        await _work;
        await _connection.DisposeAsync();
        _stopping.Dispose();
    }

    private Announcement Announce()
    {
        var birth = Guid.CreateVersion7().ToString("N");
        return new(
            Will: Up(new ConnectionReport(ConnectionState.Lost, birth)),
            Births: [Up(new ConnectionReport(ConnectionState.Online, birth, _time.GetUtcNow())), Up(_options.Factsheet), Up(AskTime())],
            Goodbye: Up(new ConnectionReport(ConnectionState.Offline, birth)));
    }

    private async Task SendAsync()
    {
        try
        {
            await foreach (var message in _waiting.Reader.ReadAllAsync(_stopping.Token))
            {
                if (await _connection.PublishAsync(message, _stopping.Token))
                    Interlocked.Increment(ref _sent);
                else
                    Interlocked.Increment(ref _notSent);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            LogStopped(_options.Device, Sent, NotSent);
        }
    }

    /// <summary>The announcement asks at each connect; this asks in between.</summary>
    private async Task AskTimeAsync()
    {
        using var timer = new PeriodicTimer(_options.TimeRequestPeriod, _time);
        using var _ = _stopping.Token.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync())
            await _connection.PublishAsync(Up(AskTime()));
    }

    private async ValueTask TakeAsync(IncomingMessage incoming)
    {
        if (_fetch.TryTake(incoming))
        {
            await incoming.AcknowledgeAsync(_stopping.Token);
            return;
        }

        if (!Topic.TryParse(incoming.Topic, out var parts))
            LogRefused(_options.Device, incoming.Topic, "no topic of a device", Interlocked.Increment(ref _refused));
        else if (incoming.Payload.IsEmpty && parts.Channel == Messaging.Channel.Desired)
            _options.Receive(NothingDesired);
        else if (!ProtocolCodec.TryDecodeDownlink(parts.Channel, incoming.Payload, out var message, out var refusal))
            LogRefused(_options.Device, incoming.Topic, refusal.Detail, Interlocked.Increment(ref _refused));
        else if (_options.Receive(message) is { } answer)
            Post(answer);
        await incoming.AcknowledgeAsync(_stopping.Token);
    }

    private TimeRequest AskTime() => new(_time.GetUtcNow());

    private Publication Up(UplinkMessage message) => Publication.Of(_options.Site, _options.Device, message);

    [LoggerMessage(EventName = "DownlinkRefused", Level = LogLevel.Warning, Message = "{Device} refused {Topic}: {Reason} ({Count} refused so far)")]
    private partial void LogRefused(DeviceId device, string topic, string reason, long count);

    [LoggerMessage(EventName = "LinkStopped", Level = LogLevel.Debug, Message = "{Device} ends its link: {Sent} messages sent, {NotSent} not")]
    private partial void LogStopped(DeviceId device, long sent, long notSent);
}

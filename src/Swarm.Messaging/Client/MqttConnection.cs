using Microsoft.Extensions.Logging;

namespace Swarm.Messaging;

/// <summary>
/// A connection to a broker that is kept up: it connects with jittered, growing waits, subscribes again, publishes its births each time,
/// and says goodbye when disposed. A broker that is not there is no error.
/// </summary>
public sealed partial class MqttConnection : IAsyncDisposable
{
    private readonly MqttConnectionOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private Task? _running;
    private volatile MqttLink? _link;
    private int _state;
    private string? _failure;

    public MqttConnection(MqttConnectionOptions options, TimeProvider time, ILogger<MqttConnection> logger)
    {
        _options = options;
        _time = time;
        _logger = logger;
    }

    /// <summary>Raised after each change, on the thread that made it; must not block.</summary>
    public event Action<MqttConnectionState>? StateChanged;

    public MqttConnectionState State => (MqttConnectionState)Volatile.Read(ref _state);

    /// <summary>Begins to connect; returns at once.</summary>
    public void Start()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_stopping.IsCancellationRequested, this);
            _running ??= Task.Run(RunAsync);
        }
    }

    /// <summary>Publishes now, or not at all: nothing is kept for later.</summary>
    /// <returns>
    /// True when it was written to the connection (QoS 0) or the broker has it (QoS 1). False when not connected, when the broker
    /// refused it, or when it did not answer in time; the broker may then have it or not.
    /// </returns>
    public ValueTask<bool> PublishAsync(Publication publication, CancellationToken cancellationToken = default) =>
        _link is { } link ? link.PublishAsync(publication, cancellationToken) : ValueTask.FromResult(false);

    /// <summary>Subscribes on the present connection alone: the next one knows nothing of it.</summary>
    /// <returns>False when not connected, or when the broker refused it or did not answer in time.</returns>
    public ValueTask<bool> SubscribeAsync(Subscription subscription, CancellationToken cancellationToken = default) =>
        _link is { } link ? link.SubscribeAsync(subscription, cancellationToken) : ValueTask.FromResult(false);

    /// <summary>Takes back what <see cref="SubscribeAsync"/> did.</summary>
    /// <returns>As there.</returns>
    public ValueTask<bool> UnsubscribeAsync(string filter, CancellationToken cancellationToken = default) =>
        _link is { } link ? link.UnsubscribeAsync(filter, cancellationToken) : ValueTask.FromResult(false);

    /// <summary>Gives up the present connection, if there is one; the next is made as after any loss.</summary>
    public Task ResetAsync() => _link is { } link ? link.CloseAsync(goodbye: null) : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        Task? running;
        lock (_gate)
        {
            if (_stopping.IsCancellationRequested)
                return;

            _stopping.Cancel();
            running = _running;
        }

        if (running is not null)
            await running;

        Become(MqttConnectionState.Closed);
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        var stop = _stopping.Token;
        var backoff = new Backoff(_options.MinBackoff, _options.MaxBackoff);
        while (!stop.IsCancellationRequested)
        {
            var began = _time.GetTimestamp();
            try
            {
                if (_options.MayConnect is null || await _options.MayConnect(stop))
                    await RunOnceAsync(stop);
            }
            catch (Exception exception) when (!stop.IsCancellationRequested)
            {
                // Said once for each cause: a broker can be away for hours.
                if (_failure != exception.Message)
                    LogFailed(_failure = exception.Message, _options.Broker, _options.ClientId);
            }
            catch (Exception exception)
            {
                // Whatever a connection throws while it is being given up.
                LogStopped(exception.Message, _options.Broker, _options.ClientId);
                break;
            }

            // A connection that holds for a moment only is no success: two clients with one id would cut each other off for ever.
            if (_time.GetElapsedTime(began) > _options.MaxBackoff)
                backoff.Reset();

            await Task.Delay(backoff.Next(), _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunOnceAsync(CancellationToken stop)
    {
        var announcement = _options.Announce?.Invoke() ?? new Announcement();
        await using var link = await MqttLink.OpenAsync(_options, announcement.Will, _time, stop);
        try
        {
            foreach (var birth in announcement.Births ?? [])
            {
                if (!await link.PublishAsync(birth, stop))
                    throw new MqttRefusedException($"{_options.Broker} did not take {birth.Topic} of {_options.ClientId}");
            }

            _link = link;
            Become(MqttConnectionState.Connected);
            LogConnected(_options.Broker, _options.ClientId);
            _failure = null;
            var cause = await link.Ended.WaitAsync(stop);
            LogLost(_options.Broker, _options.ClientId, cause);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await link.CloseAsync(announcement.Goodbye);
        }
        finally
        {
            _link = null;
            Become(MqttConnectionState.Disconnected);
        }
    }

    private void Become(MqttConnectionState state)
    {
        if (Interlocked.Exchange(ref _state, (int)state) != (int)state)
            StateChanged?.Invoke(state);
    }

    [LoggerMessage(EventName = "Connected", Level = LogLevel.Information, Message = "Connected to {Broker} as {ClientId}")]
    private partial void LogConnected(BrokerAddress broker, string clientId);

    [LoggerMessage(EventName = "ConnectionLost", Level = LogLevel.Warning, Message = "Lost the connection to {Broker} as {ClientId}: {Cause}")]
    private partial void LogLost(BrokerAddress broker, string clientId, string cause);

    [LoggerMessage(EventName = "ConnectionStopped", Level = LogLevel.Debug, Message = "Gave up the connection to {Broker} as {ClientId}: {Cause}")]
    private partial void LogStopped(string cause, BrokerAddress broker, string clientId);

    [LoggerMessage(EventName = "ConnectFailed", Level = LogLevel.Warning, Message = "No connection to {Broker} as {ClientId}, trying again: {Cause}")]
    private partial void LogFailed(string cause, BrokerAddress broker, string clientId);
}

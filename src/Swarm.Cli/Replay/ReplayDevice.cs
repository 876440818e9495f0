using Microsoft.Extensions.Logging;
using Swarm.Device;
using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Cli;

/// <summary>A recorded device: linked to its site as hardware is, it says what the recording says.</summary>
internal sealed class ReplayDevice : IAsyncDisposable
{
    /// <summary>Between the states that knock at the site until it answers, site time.</summary>
    private static readonly TimeSpan KnockInterval = TimeSpan.FromSeconds(0.5);

    /// <summary>Real time after which a site that has not answered counts as not there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<DownlinkMessage> _onMessage;
    private readonly DeviceLink _link;
    private readonly SiteLink _state;
    private readonly TimeProvider _clock;
    private readonly DeviceLinkOptions _options;
    private long _sentBefore;
    private long _notSentBefore;

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
        (_clock, _onMessage) = (clock, onMessage);
        _state = new SiteLink(clock);
        _options = new DeviceLinkOptions { Broker = broker, Site = site, Device = id, Factsheet = factsheet, Receive = Receive };
        _link = new DeviceLink(_options, clock, loggers);
        _link.Start();
    }

    /// <summary>Messages that went out since the site first answered, and those that could not.</summary>
    public long Sent => _link.Sent - _sentBefore;

    public long NotSent => _link.NotSent - _notSentBefore;

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
                if (_link.State == MqttConnectionState.Connected)
                    _link.Post(state(_clock.GetUtcNow()));
                await Task.WhenAny(_answered.Task, Task.Delay(KnockInterval, _clock, limit.Token));
                limit.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SiteException(
                _link.State == MqttConnectionState.Connected
                    ? $"site {_options.Site} did not answer device {_options.Device} within {Patience.TotalSeconds:0} s"
                    : $"there is no connection to the broker {_options.Broker}");
        }
    }

    /// <summary>Counts messages from here on.</summary>
    public void ResetCounts() => (_sentBefore, _notSentBefore) = (_link.Sent, _link.NotSent);

    /// <summary>Leaves a message to the connection, which sends it at once.</summary>
    public void Send(UplinkMessage message) => _link.Post(message);

    public ValueTask DisposeAsync() => _link.DisposeAsync();

    /// <summary>A recording does what it did: it takes commands, and answers them, but does not obey.</summary>
    private CommandAck? Receive(DownlinkMessage message)
    {
        if (message is HazardList)
            _answered.TrySetResult();
        _onMessage(message);
        return message is DeviceCommand command
            ? new CommandAck(command.Id, command.Epoch, AckResult.RefusedUnsupported, _clock.GetUtcNow(), "a recording is played")
            : _state.Receive(message);
    }
}

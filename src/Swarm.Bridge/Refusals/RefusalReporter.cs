using Microsoft.Extensions.Logging;
using Swarm.Domain;
using Swarm.Grains;
using Swarm.Messaging;

namespace Swarm.Bridge;

/// <summary>
/// Counts refused messages, and tells the grain of each known device about its own, all of a while in one call. Nothing is kept for
/// unknown devices.
/// </summary>
internal sealed partial class RefusalReporter(IGrainFactory grains, BridgeOptions options, BridgeMetrics metrics, ILogger<RefusalReporter> logger)
{
    private const int CallsAtOnce = 8;

    private readonly Lock _gate = new();
    private Dictionary<DeviceId, RefusedMail> _pending = [];
    private (int Count, string Example) _unsaid;

    public void Note(Mailbox mailbox, Channel channel, DateTimeOffset time, Refusal refusal)
    {
        metrics.Refused(channel, refusal.Reason);
        Add(mailbox, new Rejection(time, channel.Info().Name, refusal.Reason, refusal.Detail));
    }

    /// <summary>A message on a topic of the device's that is no channel which it sends on.</summary>
    /// <param name="name">What stands in the place of the channel.</param>
    public void NoteStray(Mailbox mailbox, ReadOnlySpan<char> name, DateTimeOffset time)
    {
        var shown = name.Length <= ProtocolLimits.MaxName ? name.ToString() : $"{name[..ProtocolLimits.MaxName]}…";
        Add(mailbox, new Rejection(time, shown, RefusalReason.UnknownChannel, $"devices send nothing on '{shown}'"));
    }

    /// <summary>Tells the grains, and the log, what has been refused since the last time.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        Dictionary<DeviceId, RefusedMail> pending;
        lock (_gate)
        {
            if (_unsaid.Count > 0)
                LogRefused(_unsaid.Count, _unsaid.Example);

            _unsaid = default;
            if (_pending.Count == 0)
                return;

            (pending, _pending) = (_pending, []);
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(pending, parallel, async (entry, _) =>
        {
            try
            {
                await grains.Device(options.Site.Site, entry.Key).Reject(entry.Value.Newest, entry.Value.Count);
            }
            catch (Exception exception)
            {
                LogNotTold(exception.Message, entry.Key.Value);
                lock (_gate)
                    PendingOf(entry.Key).AddOlder(entry.Value);
            }
        });
    }

    private void Add(Mailbox mailbox, Rejection rejection)
    {
        lock (_gate)
        {
            var example = _unsaid.Count > 0 ? _unsaid.Example : $"{mailbox.Device} {rejection.Channel}: {rejection.Reason}, {rejection.Detail}";
            _unsaid = (_unsaid.Count + 1, example);
            if (!mailbox.IsStranger)
                PendingOf(mailbox.Device).Add(rejection);
        }
    }

    private RefusedMail PendingOf(DeviceId device)
    {
        if (!_pending.TryGetValue(device, out var mail))
            _pending[device] = mail = new RefusedMail();

        return mail;
    }

    [LoggerMessage(EventName = "MessagesRefused", Level = LogLevel.Warning, Message = "Refused {Count} messages, such as {Example}")]
    private partial void LogRefused(int count, string example);

    [LoggerMessage(EventName = "RefusalNotTold", Level = LogLevel.Warning, Message = "The grain of {Device} could not be told of its refused messages: {Cause}")]
    private partial void LogNotTold(string cause, string device);
}

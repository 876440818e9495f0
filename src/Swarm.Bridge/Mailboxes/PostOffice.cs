using System.Buffers;
using System.Collections.Concurrent;
using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Bridge;

/// <summary>
/// Sorts what comes in: to the mailbox of the device, to the clock desk, or away. Called on a broker's receive loop, so it neither
/// decodes nor waits. Nothing is kept for an unknown device but its mailbox, and of those there are only so many at a time.
/// </summary>
internal sealed class PostOffice(
    BridgeOptions options,
    MailClerk clerk,
    Roster roster,
    RefusedDevices refused,
    ClockDesk clock,
    ScanDesk scans,
    RefusalReporter refusals,
    BridgeMetrics metrics,
    TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Mailbox> _mailboxes = new(StringComparer.Ordinal);
    private readonly string _site = options.Site.Site.Value;
    private volatile bool _closed;
    private int _strangers;

    /// <summary>Takes a message.</summary>
    /// <returns>The receipt, to be signed at once, where the message goes no further; null where somebody else will sign it.</returns>
    public IReceipt? Post(string topic, in ReadOnlySequence<byte> payload, bool retained, IReceipt? receipt)
    {
        if (_closed)
        {
            receipt?.Abandon();
            return null;
        }

        if (!Topic.TryParse(topic, out var parts) || !parts.Site.SequenceEqual(_site) || !parts.Channel.Info().IsUplink)
            return Drop(DropCause.NoDeviceTopic, receipt);

        // How a retained message is cleared; it says nothing about the device.
        if (payload.IsEmpty && parts.Channel.Info().Retained)
            return receipt;

        var envelope = new Envelope(parts.Channel, payload, time.GetUtcNow(), time.GetTimestamp(), retained, receipt);
        while (true)
        {
            if (!TryFind(parts, out var mailbox, out var cause))
                return Drop(cause, receipt);

            if (payload.Length > parts.Channel.Info().MaxPayload)
            {
                // Not even put in the queue: a few of these would fill memory.
                refusals.Note(
                    mailbox,
                    parts.Channel,
                    envelope.ReceivedAt,
                    new Refusal(RefusalReason.TooLarge, $"payload has {payload.Length} bytes, above {parts.Channel.Info().MaxPayload}"));
                CloseUnused(mailbox);
                return receipt;
            }

            if (parts.Channel == Channel.Time)
                return clock.TryAsk(mailbox, envelope) ? receipt : Drop(DropCause.TimeRequest, receipt);

            if (parts.Channel == Channel.Ranges && scans.TryPost(mailbox, envelope))
                return receipt;

            switch (mailbox.Post(envelope))
            {
                case PostResult.Posted:
                    return null;
                case PostResult.Full:
                    return Drop(DropCause.TooManyStrangers, receipt);
                default:
                    Remove(mailbox);
                    break;
            }
        }
    }

    /// <summary>
    /// Counts what is on no channel of a device, and reports it with the device where that is known. Only the embedded broker tells: at another
    /// one the bridge subscribes to nothing else.
    /// </summary>
    public void NoteStray(string topic)
    {
        if (_closed || !Topic.TrySplit(topic, out var site, out var device, out var name) || !site.SequenceEqual(_site))
            return;

        metrics.Dropped(DropCause.NoDeviceTopic);
        if (_mailboxes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(device, out var mailbox))
            refusals.NoteStray(mailbox, name, time.GetUtcNow());
    }

    /// <summary>Takes nothing more in, and waits for what is under way, for as long as the caller does.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        _closed = true;
        foreach (var mailbox in _mailboxes.Values)
            await mailbox.Running.WaitAsync(cancellationToken);
    }

    /// <summary>Takes down the mailboxes of devices that have been silent for long.</summary>
    public void Sweep()
    {
        var since = time.GetTimestamp() - (long)(options.Limits.IdleAfter.TotalSeconds * time.TimestampFrequency);
        foreach (var mailbox in _mailboxes.Values)
        {
            if (mailbox.TryClose(since))
                Remove(mailbox);
        }
    }

    public void Remove(Mailbox mailbox)
    {
        if (!_mailboxes.TryRemove(KeyValuePair.Create(mailbox.Device.Value, mailbox)))
            return;

        metrics.MailboxesBy(-1);
        if (mailbox.IsStranger)
            NoteStrangerGone();
    }

    public void NoteStrangerGone() => Interlocked.Decrement(ref _strangers);

    public void NoteQueued(int dropped)
    {
        metrics.QueuedBy(1 - dropped);
        for (var i = 0; i < dropped; i++)
            metrics.Dropped(DropCause.Overload);
    }

    public void NoteTaken(int messages) => metrics.QueuedBy(-messages);

    private bool TryFind(TopicParts parts, out Mailbox mailbox, out DropCause cause)
    {
        cause = default;
        if (_mailboxes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(parts.Device, out mailbox!))
            return true;

        if (refused.Contains(parts.Device))
        {
            cause = DropCause.NotAdmitted;
            return false;
        }

        var stranger = !roster.Contains(parts.Device);
        if (stranger && (parts.Channel == Channel.Time || Interlocked.Increment(ref _strangers) > options.Limits.MaxStrangers))
        {
            if (parts.Channel != Channel.Time)
                NoteStrangerGone();

            cause = parts.Channel == Channel.Time ? DropCause.TimeRequest : DropCause.TooManyStrangers;
            return false;
        }

        var fresh = new Mailbox(new DeviceId(parts.Device.ToString()), stranger, options.Limits, clerk, this);
        mailbox = _mailboxes.GetOrAdd(fresh.Device.Value, fresh);
        if (ReferenceEquals(mailbox, fresh))
            metrics.MailboxesBy(1);
        else if (stranger)
            NoteStrangerGone();

        return true;
    }

    /// <summary>A stranger's mailbox is taken down when it has run empty; one that was never used would stay.</summary>
    private void CloseUnused(Mailbox mailbox)
    {
        if (mailbox.IsStranger && mailbox.TryClose(long.MaxValue))
            Remove(mailbox);
    }

    private IReceipt? Drop(DropCause cause, IReceipt? receipt)
    {
        metrics.Dropped(cause);
        return receipt;
    }
}

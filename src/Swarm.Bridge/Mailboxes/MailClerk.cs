using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Swarm.Domain;
using Swarm.Grains;
using Swarm.Messaging;

namespace Swarm.Bridge;

/// <summary>Opens messages, turns bad ones away with a reason, and hands the good ones to the device's grain.</summary>
internal sealed partial class MailClerk(
    IGrainFactory grains,
    BridgeOptions options,
    AdmissionDesk admissions,
    RefusalReporter refusals,
    BridgeMetrics metrics,
    TimeProvider time,
    ILogger<MailClerk> logger) : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly LogThrottle _failures = new(TimeSpan.FromSeconds(1), time);

    /// <summary>Messages on the way go no further, and those of QoS 1 are left to their senders.</summary>
    public void Stop() => _stopping.Cancel();

    public void Dispose() => _stopping.Dispose();

    /// <summary>Returns once every message is taken, refused, or dropped as it may be.</summary>
    /// <returns>False when the device is not admitted.</returns>
    public async Task<bool> DeliverAsync(Mailbox mailbox, List<Envelope> batch)
    {
        var open = await OpenAsync(mailbox, batch);
        while (open.Count > 0 && !_stopping.IsCancellationRequested)
        {
            try
            {
                if (!await admissions.IsAdmittedAsync(mailbox, _stopping.Token))
                {
                    await TurnAwayAsync(open.ConvertAll(item => item.Envelope));
                    return false;
                }

                await HandOverAsync(mailbox, open);
                mailbox.Retry.Reset();
                return true;
            }
            catch (Exception exception) when (!_stopping.IsCancellationRequested)
            {
                metrics.Retried();
                KeepWhatMustArrive(open);
                if (_failures.TryEnter(out var unsaid))
                    LogFailed(exception, mailbox.Device.Value, open.Count, unsaid);
            }
            catch (OperationCanceledException)
            {
                break;
            }

            // Also where nothing is left to try again, so that a grain that fails is not called in a tight loop.
            await Task.Delay(mailbox.Retry.Next(), time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            DropSuperseded(open);
        }

        Abandon(open);
        return true;
    }

    /// <summary>Messages of a device that is not admitted: nobody waits for them.</summary>
    public async ValueTask TurnAwayAsync(IEnumerable<Envelope> envelopes)
    {
        foreach (var envelope in envelopes)
        {
            metrics.Dropped(DropCause.NotAdmitted);
            await SignAsync(envelope.Receipt);
        }
    }

    /// <summary>A broker that cannot be told sends the message again: no reason to stop the mailbox.</summary>
    private async ValueTask SignAsync(IReceipt? receipt)
    {
        try
        {
            if (receipt is not null)
                await receipt.SignAsync();
        }
        catch (Exception exception)
        {
            LogNotSigned(exception.Message);
        }
    }

    private async ValueTask<List<OpenedEnvelope>> OpenAsync(Mailbox mailbox, List<Envelope> batch)
    {
        var open = new List<OpenedEnvelope>(batch.Count);
        foreach (var envelope in batch)
        {
            if (envelope.MayBeDropped && time.GetElapsedTime(envelope.Stamp) > options.Limits.MaxWait)
            {
                metrics.Dropped(DropCause.Stale);
                continue;
            }

            if (ProtocolCodec.TryDecodeUplink(
                mailbox.Device, envelope.Channel, envelope.Payload, envelope.ReceivedAt, out var message, out var refusal))
            {
                open.Add(new OpenedEnvelope(envelope with { Payload = default }, message));
                continue;
            }

            refusals.Note(mailbox, envelope.Channel, envelope.ReceivedAt, refusal);
            await SignAsync(envelope.Receipt);
        }

        DropSuperseded(open);
        return open;
    }

    private async Task HandOverAsync(Mailbox mailbox, List<OpenedEnvelope> open)
    {
        using (var activity = BridgeMetrics.Activities.StartActivity("deliver", ActivityKind.Consumer))
        {
            activity?.SetTag("swarm.device", mailbox.Device.Value).SetTag("messaging.batch.message_count", open.Count);

            var uplinks = new Uplink[open.Count];
            for (var i = 0; i < uplinks.Length; i++)
                uplinks[i] = new Uplink(open[i].Message, open[i].Envelope.ReceivedAt, open[i].Envelope.Retained);

            mailbox.Grain ??= grains.Device(options.Site.Site, mailbox.Device);
            await mailbox.Grain.Receive(uplinks);
        }

        foreach (var item in open)
        {
            metrics.Delivered(item.Envelope.Channel, time.GetElapsedTime(item.Envelope.Stamp));
            await SignAsync(item.Envelope.Receipt);
        }
    }

    private void KeepWhatMustArrive(List<OpenedEnvelope> open) => Drop(open, DropCause.GrainFailed, envelope => envelope.MayBeDropped);

    /// <summary>What the broker is about to send again would come out of order if it were still delivered from here.</summary>
    private void DropSuperseded(List<OpenedEnvelope> open) => Drop(open, DropCause.Superseded, envelope => envelope.Receipt is { IsLive: false });

    private void Drop(List<OpenedEnvelope> open, DropCause cause, Predicate<Envelope> which)
    {
        var dropped = open.RemoveAll(item => which(item.Envelope));
        for (var i = 0; i < dropped; i++)
            metrics.Dropped(cause);
    }

    private void Abandon(List<OpenedEnvelope> open)
    {
        foreach (var item in open)
        {
            metrics.Dropped(DropCause.Stopped);
            item.Envelope.Receipt?.Abandon();
        }
    }

    [LoggerMessage(
        EventName = "DeliveryFailed",
        Level = LogLevel.Warning,
        Message = "The grain of {Device} did not take its messages; {Kept} of QoS 1 are tried again ({Unsaid} more such failures not logged)")]
    private partial void LogFailed(Exception exception, string device, int kept, int unsaid);

    [LoggerMessage(EventName = "NotAcknowledged", Level = LogLevel.Warning, Message = "A message could not be acknowledged: {Cause}")]
    private partial void LogNotSigned(string cause);

    private readonly record struct OpenedEnvelope(Envelope Envelope, UplinkMessage Message);
}

using Microsoft.Extensions.Logging;
using Swarm.Domain;
using Swarm.Grains;
using Swarm.Messaging;

namespace Swarm.Bridge;

/// <summary>
/// Takes the scans of thin devices to their grains past everything else that waits for these: the verdict is what such a device drives by, and must not
/// stand behind a write to the store or a cell that is slow.
/// </summary>
internal sealed partial class ScanDesk(
    IGrainFactory grains, BridgeOptions options, RefusalReporter refusals, BridgeMetrics metrics, TimeProvider time, ILogger<ScanDesk> logger)
{
    private readonly LogThrottle _failures = new(TimeSpan.FromSeconds(1), time);

    /// <returns>False where the device is not admitted yet.</returns>
    public bool TryPost(Mailbox mailbox, in Envelope envelope)
    {
        if (mailbox.IsStranger)
            return false;
        if (mailbox.Scans.Put(envelope, () => RunAsync(mailbox)))
            metrics.Dropped(DropCause.Overload);
        return true;
    }

    private async Task RunAsync(Mailbox mailbox)
    {
        while (mailbox.Scans.TryTake(out var envelope))
        {
            if (!ProtocolCodec.TryDecodeUplink(mailbox.Device, Channel.Ranges, envelope.Payload, envelope.ReceivedAt, out var message, out var refusal))
            {
                refusals.Note(mailbox, Channel.Ranges, envelope.ReceivedAt, refusal);
                continue;
            }

            try
            {
                mailbox.Grain ??= grains.Device(options.Site.Site, mailbox.Device);
                await mailbox.Grain.Sense((RangeScan)message);
                metrics.Delivered(Channel.Ranges, time.GetElapsedTime(envelope.Stamp));
            }
            catch (Exception exception)
            {
                // No verdict is a stop: the device sees to it itself.
                metrics.Dropped(DropCause.GrainFailed);
                if (_failures.TryEnter(out var unsaid))
                    LogFailed(exception, mailbox.Device.Value, unsaid);
            }
        }
    }

    [LoggerMessage(
        EventName = "ScanNotAnswered",
        Level = LogLevel.Warning,
        Message = "The grain of {Device} did not answer a scan ({Unsaid} more such failures not logged)")]
    private partial void LogFailed(Exception exception, string device, int unsaid);
}

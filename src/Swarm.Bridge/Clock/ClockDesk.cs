using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Swarm.Domain;
using Swarm.Grains;
using Swarm.Messaging;
using Channel = Swarm.Messaging.Channel;

namespace Swarm.Bridge;

/// <summary>
/// Answers requests for the site's time here and not in the grain, which may be busy: the answer says when the request came in and when it
/// was answered, but a long way round would still spoil the device's estimate.
/// </summary>
internal sealed partial class ClockDesk(IDownlink downlink, RefusalReporter refusals, TimeProvider time, ILogger<ClockDesk> logger)
{
    private const int LongestLine = 1024;

    private readonly Channel<(Mailbox Mailbox, Envelope Envelope)> _line =
        System.Threading.Channels.Channel.CreateBounded<(Mailbox, Envelope)>(
            new BoundedChannelOptions(LongestLine) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Also for a device that is only being admitted: it asks right after its birth, and needs the time to judge its first command.</summary>
    /// <returns>False where too many wait.</returns>
    public bool TryAsk(Mailbox mailbox, in Envelope envelope) => _line.Writer.TryWrite((mailbox, envelope));

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var (mailbox, envelope) in _line.Reader.ReadAllAsync(stop))
                await AnswerAsync(mailbox, envelope, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task AnswerAsync(Mailbox mailbox, Envelope envelope, CancellationToken stop)
    {
        if (!ProtocolCodec.TryDecodeUplink(
            mailbox.Device, Channel.Time, envelope.Payload, envelope.ReceivedAt, out var message, out var refusal))
        {
            refusals.Note(mailbox, Channel.Time, envelope.ReceivedAt, refusal);
            return;
        }

        try
        {
            var reply = new TimeReply(((TimeRequest)message).Sent, envelope.ReceivedAt, time.GetUtcNow());
            await downlink.SendAsync(mailbox.Device, reply, stop);
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            LogNotAnswered(exception.Message, mailbox.Device.Value);
        }
    }

    [LoggerMessage(EventName = "TimeNotAnswered", Level = LogLevel.Warning, Message = "{Device} could not be told the time: {Cause}")]
    private partial void LogNotAnswered(string cause, string device);
}

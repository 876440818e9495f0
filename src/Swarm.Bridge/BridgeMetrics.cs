using System.Diagnostics;
using System.Diagnostics.Metrics;
using Swarm.Messaging;

namespace Swarm.Bridge;

/// <summary>What the bridge counts and traces; the meter and the activity source are called <c>Swarm.Bridge</c>.</summary>
public sealed class BridgeMetrics : IDisposable
{
    public const string Name = "Swarm.Bridge";

    internal static readonly ActivitySource Activities = new(Name);

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _messages;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _downlinks;
    private readonly Histogram<double> _latency;
    private readonly KeyValuePair<string, object?>[] _channels =
        [.. Channels.All.Select(info => new KeyValuePair<string, object?>("channel", info.Name))];

    private long _queued;
    private long _mailboxes;

    public BridgeMetrics()
    {
        _messages = _meter.CreateCounter<long>("swarm.bridge.messages", "{message}", "Messages that a device's grain has taken");
        _dropped = _meter.CreateCounter<long>("swarm.bridge.dropped", "{message}", "Messages dropped, by cause");
        _refused = _meter.CreateCounter<long>("swarm.bridge.refused", "{message}", "Messages refused as invalid, by reason");
        _retries = _meter.CreateCounter<long>("swarm.bridge.retries", "{call}", "Calls to a grain that failed and were tried again");
        _downlinks = _meter.CreateCounter<long>("swarm.bridge.downlink", "{message}", "Messages sent to devices, by channel and outcome");
        _latency = _meter.CreateHistogram<double>("swarm.bridge.latency", "s", "From receipt of a message to its grain having taken it");
        _meter.CreateObservableGauge("swarm.bridge.queued", () => Volatile.Read(ref _queued), "{message}", "Messages that wait in mailboxes");
        _meter.CreateObservableGauge("swarm.bridge.mailboxes", () => Volatile.Read(ref _mailboxes), "{mailbox}", "Devices with a mailbox");
    }

    internal long Queued => Volatile.Read(ref _queued);

    internal Meter Meter => _meter;

    public void Dispose() => _meter.Dispose();

    internal void Delivered(Channel channel, TimeSpan latency)
    {
        _messages.Add(1, _channels[(int)channel]);
        _latency.Record(latency.TotalSeconds, _channels[(int)channel]);
    }

    internal void Dropped(DropCause cause) => _dropped.Add(1, new KeyValuePair<string, object?>("cause", cause.ToString()));

    internal void Refused(Channel channel, string reason) =>
        _refused.Add(1, _channels[(int)channel], new KeyValuePair<string, object?>("reason", reason));

    internal void Retried() => _retries.Add(1);

    internal void Sent(Channel channel, bool taken) =>
        _downlinks.Add(1, _channels[(int)channel], new KeyValuePair<string, object?>("taken", taken));

    internal void QueuedBy(int messages) => Interlocked.Add(ref _queued, messages);

    internal void MailboxesBy(int mailboxes) => Interlocked.Add(ref _mailboxes, mailboxes);
}

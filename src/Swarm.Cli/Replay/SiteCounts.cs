using System.Diagnostics.Metrics;
using Swarm.Bridge;

namespace Swarm.Cli;

/// <summary>Counts, from its creation on, what the site in this process did with the states of its devices, by the bridge's own metrics.</summary>
internal sealed class SiteCounts : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private readonly List<double> _latencies = [];
    private long _handled;
    private long _refused;

    public SiteCounts()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == BridgeMetrics.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, count, tags, _) =>
        {
            if (instrument.Name == "swarm.bridge.messages" && IsState(tags))
                Interlocked.Add(ref _handled, count);
            else if (instrument.Name is "swarm.bridge.dropped" or "swarm.bridge.refused")
                Interlocked.Add(ref _refused, count);
        });
        _listener.SetMeasurementEventCallback<double>((instrument, seconds, tags, _) =>
        {
            if (instrument.Name != "swarm.bridge.latency" || !IsState(tags))
                return;
            lock (_lock)
                _latencies.Add(1000 * seconds);
        });
        _listener.Start();
    }

    /// <summary>States that the devices' grains took.</summary>
    public long Handled => Interlocked.Read(ref _handled);

    /// <summary>Messages that the bridge dropped or refused.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>From the bridge's receipt of a state to its grain having taken it; milliseconds of site time, ascending.</summary>
    public IReadOnlyList<double> Latencies
    {
        get
        {
            lock (_lock)
                return [.. _latencies.Order()];
        }
    }

    public void Dispose() => _listener.Dispose();

    private static bool IsState(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            if (name == "channel" && value is "state")
                return true;
        }

        return false;
    }
}

using System.Diagnostics.Metrics;
using Swarm.Bridge;

namespace Swarm.Benchmarks.Ingest;

/// <summary>Reads the bridge's own counters.</summary>
internal sealed class BridgeCounts : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _handled;
    private long _dropped;

    public BridgeCounts()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == BridgeMetrics.Name && instrument.Name is "swarm.bridge.messages" or "swarm.bridge.dropped")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, count, _, _) =>
        {
            if (instrument.Name == "swarm.bridge.messages")
                Interlocked.Add(ref _handled, count);
            else
                Interlocked.Add(ref _dropped, count);
        });
        _listener.Start();
    }

    public long Handled => Volatile.Read(ref _handled);

    public long Dropped => Volatile.Read(ref _dropped);

    public void Dispose() => _listener.Dispose();
}

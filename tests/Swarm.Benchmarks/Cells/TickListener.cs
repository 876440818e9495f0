using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Swarm.Grains.Edge;

namespace Swarm.Benchmarks.Cells;

/// <summary>Notes how long each tick of a cell took, by the grains' own meter.</summary>
internal sealed class TickListener : IDisposable
{
    private readonly MeterListener _listener = new();

    public TickListener()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == EdgeMetrics.Name && instrument.Name == "swarm.grains.cell.tick.duration")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => Milliseconds.Enqueue(1000 * seconds));
        _listener.Start();
    }

    public ConcurrentQueue<double> Milliseconds { get; } = new();

    public void Dispose() => _listener.Dispose();
}

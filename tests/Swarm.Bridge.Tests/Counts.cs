using System.Diagnostics.Metrics;

namespace Swarm.Bridge.Tests;

/// <summary>Reads the meter of one bridge, and lets a test wait for a count.</summary>
internal sealed class Counts : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _counts = [];
    private readonly Dictionary<string, long> _gauges = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Counts(BridgeMetrics metrics)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, metrics.Meter))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>(Note);
        _listener.Start();
    }

    /// <summary>Waits until what carries this tag value adds up to at least <paramref name="count"/>.</summary>
    public async Task ReachAsync(string counter, long count, string tag)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_counts.GetValueOrDefault($"{counter} {tag}") >= count)
                    return;

                changed = _changed.Task;
            }

            await changed.WaitAsync(Patience.Token);
        }
    }

    public long Gauge(string gauge)
    {
        _listener.RecordObservableInstruments();
        lock (_gate)
            return _gauges[gauge];
    }

    /// <summary>Waits until a gauge shows a value; gauges tell nobody when they change, so it is read again and again.</summary>
    public async Task BecomeAsync(string gauge, long value)
    {
        var limit = Patience.Token;
        while (Gauge(gauge) != value)
        {
            limit.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Note(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        lock (_gate)
        {
            if (instrument.IsObservable)
            {
                _gauges[instrument.Name] = value;
                return;
            }

            foreach (var tag in tags)
            {
                var key = $"{instrument.Name} {tag.Value}";
                _counts[key] = _counts.GetValueOrDefault(key) + value;
            }

            var changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            changed.SetResult();
        }
    }
}

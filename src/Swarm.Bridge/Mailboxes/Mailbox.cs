using Swarm.Domain;
using Swarm.Grains;
using Swarm.Messaging;

namespace Swarm.Bridge;

/// <summary>
/// The messages of one device on their way to its grain, one batch at a time, so that their order holds. It runs only while it holds
/// something. A device that is not known begins as a stranger: little may wait, and its first valid message asks for its admission.
/// </summary>
internal sealed class Mailbox(DeviceId device, bool isStranger, BridgeLimits limits, MailClerk clerk, PostOffice office)
{
    private readonly Lock _gate = new();
    private readonly List<Envelope> _batch = [];
    private readonly MailboxQueue _queue = new(limits.MaxQueuedPerDevice, limits.MaxQueuedBytesPerDevice);
    private Task _running = Task.CompletedTask;
    private volatile bool _isStranger = isStranger;
    private bool _busy;
    private bool _closed;
    private long _lastUsed;

    public DeviceId Device { get; } = device;

    /// <summary>Of the device, looked up once: that costs as much as a call. Null before anything was handed over.</summary>
    public IDeviceGrain? Grain { get; set; }

    /// <summary>Scans of a thin device, which do not wait among its other messages.</summary>
    public ScanTray Scans { get; } = new();

    /// <summary>Until it is admitted.</summary>
    public bool IsStranger => _isStranger;

    /// <summary>When the site last admitted it (<see cref="TimeProvider.GetTimestamp"/>); null for never.</summary>
    public long? AdmittedAt { get; private set; }

    /// <summary>How long to wait after a grain has failed.</summary>
    public Backoff Retry { get; } = new(limits.MinRetry, limits.MaxRetry);

    /// <summary>Completes when nothing is left to do.</summary>
    public Task Running
    {
        get
        {
            lock (_gate)
                return _running;
        }
    }

    public PostResult Post(in Envelope envelope)
    {
        int dropped;
        lock (_gate)
        {
            if (_closed)
                return PostResult.Closed;

            if (_isStranger && (_queue.Count >= limits.MaxQueuedPerStranger || _queue.Bytes + envelope.Size > limits.MaxBytesPerStranger))
                return PostResult.Full;

            dropped = _queue.Add(envelope);
            _lastUsed = envelope.Stamp;
            if (!_busy)
            {
                _busy = true;
                _running = Task.Run(RunAsync);
            }
        }

        office.NoteQueued(dropped);
        return PostResult.Posted;
    }

    /// <summary>The site has admitted the device.</summary>
    public void Admit(long now)
    {
        AdmittedAt = now;
        if (_isStranger)
        {
            _isStranger = false;
            office.NoteStrangerGone();
        }
    }

    /// <summary>Takes the mailbox down if it holds nothing and has not been used since <paramref name="since"/>.</summary>
    public bool TryClose(long since)
    {
        lock (_gate)
            return _closed |= !_busy && _lastUsed < since;
    }

    private async Task RunAsync()
    {
        while (TakeBatch())
        {
            office.NoteTaken(_batch.Count);
            if (!await clerk.DeliverAsync(this, _batch))
            {
                await TurnAwayAsync();
                return;
            }
        }
    }

    private bool TakeBatch()
    {
        _batch.Clear();
        lock (_gate)
        {
            _queue.Take(_batch, limits.BatchSize);
            if (_batch.Count > 0)
                return true;

            // A stranger that has said nothing valid leaves no trace.
            _busy = false;
            _closed = _isStranger;
        }

        if (_isStranger)
            office.Remove(this);

        return false;
    }

    /// <summary>The device is not wanted: what has come in meanwhile goes the same way.</summary>
    private async Task TurnAwayAsync()
    {
        lock (_gate)
        {
            _closed = true;
            _batch.Clear();
            _queue.Take(_batch, int.MaxValue);
        }

        office.NoteTaken(_batch.Count);
        office.Remove(this);
        await clerk.TurnAwayAsync(_batch);
    }
}

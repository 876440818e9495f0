namespace Swarm.Bridge;

/// <summary>The scan of one thin device that waits for its grain: the newest, as only that one can still be answered in time. Thread-safe.</summary>
internal sealed class ScanTray
{
    private readonly Lock _gate = new();
    private Envelope? _newest;
    private bool _busy;

    /// <summary>What takes scans out, while anything is in.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    /// <param name="run">Begun where nobody takes scans out now; ends once <see cref="TryTake"/> has said that there is none.</param>
    /// <returns>True where an older scan has made way.</returns>
    public bool Put(in Envelope envelope, Func<Task> run)
    {
        lock (_gate)
        {
            var replaced = _newest is not null;
            _newest = envelope;
            if (!_busy)
            {
                _busy = true;
                Running = Task.Run(run);
            }

            return replaced;
        }
    }

    public bool TryTake(out Envelope envelope)
    {
        lock (_gate)
        {
            envelope = _newest.GetValueOrDefault();
            _busy = _newest is not null;
            _newest = null;
            return _busy;
        }
    }
}

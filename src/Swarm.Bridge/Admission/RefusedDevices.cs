namespace Swarm.Bridge;

/// <summary>
/// Devices that were not admitted lately, so that their messages are turned away without asking again. Two generations, of which the
/// older is thrown away when the younger is full or has lasted: an entry holds for at least one span unless there are very many.
/// </summary>
internal sealed class RefusedDevices(BridgeOptions options, TimeProvider time)
{
    private const int GenerationSize = 5000;

    private readonly Lock _gate = new();
    private HashSet<string> _young = new(StringComparer.Ordinal);
    private HashSet<string> _old = new(StringComparer.Ordinal);
    private long _since = time.GetTimestamp();

    public int Count
    {
        get
        {
            lock (_gate)
                return _young.Count + _old.Count;
        }
    }

    public void Add(string device)
    {
        lock (_gate)
        {
            if (_young.Count >= GenerationSize)
                Turn();

            _young.Add(device);
        }
    }

    public bool Contains(ReadOnlySpan<char> device)
    {
        lock (_gate)
        {
            if (time.GetElapsedTime(_since) >= options.Limits.RefusalHolds)
                Turn();

            return _young.GetAlternateLookup<ReadOnlySpan<char>>().Contains(device) || _old.GetAlternateLookup<ReadOnlySpan<char>>().Contains(device);
        }
    }

    private void Turn()
    {
        (_young, _old) = (_old, _young);
        _young.Clear();
        _since = time.GetTimestamp();
    }
}

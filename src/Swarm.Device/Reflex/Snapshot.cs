namespace Swarm.Device;

/// <summary>
/// The newest of what one thread writes, for any number of others to read. The writer never waits; a reader tries again where it was overtaken (a sequence lock).
/// Not for a reader that could keep the writer from running.
/// </summary>
public sealed class Snapshot<T>
    where T : unmanaged
{
    private T _value;
    private int _sequence;

    /// <summary>The one writer's.</summary>
    public void Write(in T value)
    {
        // Odd while it is being written. The exchange is also a fence: the value is not written before the count is odd.
        Interlocked.Exchange(ref _sequence, _sequence + 1);
        _value = value;
        Volatile.Write(ref _sequence, _sequence + 1);
    }

    public T Read()
    {
        var spin = new SpinWait();
        while (true)
        {
            var before = Volatile.Read(ref _sequence);
            if (before % 2 == 0)
            {
                var value = _value;
                Interlocked.MemoryBarrier();
                if (Volatile.Read(ref _sequence) == before)
                    return value;
            }

            spin.SpinOnce();
        }
    }
}

namespace Swarm.Device;

/// <summary>
/// Hands the newest value from one thread to another; neither ever waits, and neither sees half a value. Three copies: one that the writer fills, one that
/// the reader holds, and the newest between them. One writer, one reader.
/// </summary>
public sealed class TripleBuffer<T>
    where T : struct
{
    private const int IndexBits = 3;
    private const int Fresh = 4;

    private readonly T[] _copies = new T[3];
    private int _between = 1;
    private int _writers;
    private int _readers = 2;

    /// <summary>The writer's.</summary>
    public void Write(in T value)
    {
        _copies[_writers] = value;
        _writers = Interlocked.Exchange(ref _between, _writers | Fresh) & IndexBits;
    }

    /// <summary>The newest value that was written, the default before any. The reader's: what it refers to stays as it is until the next call.</summary>
    public ref readonly T Read()
    {
        if ((Volatile.Read(ref _between) & Fresh) != 0)
            _readers = Interlocked.Exchange(ref _between, _readers) & IndexBits;
        return ref _copies[_readers];
    }
}

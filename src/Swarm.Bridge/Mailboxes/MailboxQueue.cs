using System.Runtime.InteropServices;

namespace Swarm.Bridge;

/// <summary>
/// What waits for one device, in the order of its arrival. Over its limits the oldest message of QoS 0 goes; those of QoS 1 stay, and are
/// bounded by what the broker lets be under way. Not thread-safe.
/// </summary>
internal sealed class MailboxQueue(int maxDroppable, long maxDroppableBytes)
{
    private readonly List<Envelope> _items = [];
    private int _droppable;
    private long _droppableBytes;

    public int Count => _items.Count;

    public long Bytes { get; private set; }

    /// <returns>How many messages were dropped to make room.</returns>
    public int Add(in Envelope envelope)
    {
        _items.Add(envelope);
        Bytes += envelope.Size;
        if (!envelope.MayBeDropped)
            return 0;

        _droppable++;
        _droppableBytes += envelope.Size;
        var dropped = 0;
        while (_droppable > maxDroppable || (_droppableBytes > maxDroppableBytes && _droppable > 1))
        {
            var oldest = _items.FindIndex(item => item.MayBeDropped);
            Forget(_items[oldest]);
            _items.RemoveAt(oldest);
            dropped++;
        }

        return dropped;
    }

    /// <summary>Moves up to <paramref name="most"/> of the oldest into <paramref name="batch"/>.</summary>
    public void Take(List<Envelope> batch, int most)
    {
        var count = Math.Min(most, _items.Count);
        foreach (ref readonly var envelope in CollectionsMarshal.AsSpan(_items)[..count])
        {
            batch.Add(envelope);
            Forget(envelope);
        }

        _items.RemoveRange(0, count);
    }

    private void Forget(in Envelope envelope)
    {
        Bytes -= envelope.Size;
        if (envelope.MayBeDropped)
        {
            _droppable--;
            _droppableBytes -= envelope.Size;
        }
    }
}

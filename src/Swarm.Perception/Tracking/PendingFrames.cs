namespace Swarm.Perception;

/// <summary>Frames that have come and are not taken yet, in the order of their arrival.</summary>
internal sealed class PendingFrames
{
    /// <summary>By how much frames of one instant usually come one after another.</summary>
    public static readonly TimeSpan Jitter = TimeSpan.FromMilliseconds(40);

    /// <summary>So much is worth being taken at once.</summary>
    private static readonly TimeSpan Worthwhile = TimeSpan.FromMilliseconds(30);

    private readonly List<TimelineEntry> _entries = [];
    private DateTimeOffset _newest = DateTimeOffset.MinValue;
    private DateTimeOffset _oldest = DateTimeOffset.MaxValue;

    public int Count => _entries.Count;

    /// <summary>Time of the oldest.</summary>
    public DateTimeOffset Oldest => _oldest;

    /// <summary>A good part is so much older than the newest that little will come before it any more.</summary>
    public bool HaveSettled => Count > 0 && _newest - _oldest >= Jitter + Worthwhile;

    public void Add(TimelineEntry entry)
    {
        _entries.Add(entry);
        _newest = entry.Time > _newest ? entry.Time : _newest;
        _oldest = entry.Time < _oldest ? entry.Time : _oldest;
    }

    /// <summary>Moves what has settled to the end of another list.</summary>
    public void TakeSettled(List<TimelineEntry> into) => Take(into, _newest - Jitter);

    /// <summary>Moves everything to the end of another list.</summary>
    public void TakeAll(List<TimelineEntry> into) => Take(into, DateTimeOffset.MaxValue);

    private void Take(List<TimelineEntry> into, DateTimeOffset upTo)
    {
        var kept = 0;
        (_newest, _oldest) = (DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        for (var i = 0; i < _entries.Count; i++)
        {
            var entry = _entries[i];
            if (entry.Time <= upTo)
            {
                into.Add(entry);
                continue;
            }

            _entries[kept++] = entry;
            _newest = entry.Time > _newest ? entry.Time : _newest;
            _oldest = entry.Time < _oldest ? entry.Time : _oldest;
        }

        _entries.RemoveRange(kept, _entries.Count - kept);
    }
}

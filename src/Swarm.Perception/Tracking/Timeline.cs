using System.Runtime.InteropServices;
using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>
/// Makes the tracks from what has come, in the order of its time and not of its arrival: the frames of the last
/// <see cref="TrackerOptions.MaxDelay"/> are kept with copies of the tracks in between, and one that comes late has the tracks taken back
/// to the copy before it and all since then taken anew. Exact, unlike retrodiction, also for association and existence (the reprocessing
/// that Bar-Shalom, IEEE Trans. AES 38(3), 2002, measures other ways against). What would have more than <see cref="MaxReplay"/> frames taken anew
/// is taken late instead, by retrodiction: a site that has fallen behind must not fall behind further by it.
/// </summary>
internal sealed class Timeline(FrameFusion fusion, Identities identities, TrackerOptions options)
{
    /// <summary>No closer in time are two copies of the tracks, but for the newest: it bounds their number.</summary>
    private static readonly TimeSpan CopySpacing = TimeSpan.FromMilliseconds(50);

    /// <summary>A copy costs about as much as taking so many frames.</summary>
    private const int FramesWorthACopy = 3;

    /// <summary>No farther from the newest frame is the last copy.</summary>
    private static readonly TimeSpan CopiesApart = TimeSpan.FromMilliseconds(150);

    /// <summary>Frames taken anew in one <see cref="Integrate"/>: several times what a cell of fifty devices gets while the slowest of them is under way.</summary>
    private const int MaxReplay = 100;

    private readonly List<TimelineEntry> _past = [];
    private readonly List<TimelineEntry> _pending = [];
    private readonly PendingFrames _waiting = new();
    private readonly List<(TimelineEntry? Last, TrackSet Tracks)> _copies = [];
    private readonly Stack<TrackSet> _spare = [];

    /// <summary>As of the last <see cref="Integrate"/>, and what has settled since.</summary>
    public TrackSet Tracks { get; } = new();

    public int Pending => _waiting.Count;

    /// <summary>Entries kept because they may have to be taken anew.</summary>
    public int Kept => _past.Count;

    public void Add(Observation frame) => _waiting.Add(new(frame.Time, frame, null));

    /// <summary>Notes that <see cref="Tracks"/> have taken that track over just now. Where no frame can be gone back for, nothing need be kept.</summary>
    public void Note(Track adopted)
    {
        if (_copies.Count == 0)
            return;
        var last = _past.Count > 0 ? _past[^1].Time : adopted.Time;
        _past.Add(new(last > adopted.Time ? last : adopted.Time, null, adopted));
    }

    /// <summary>Takes what was added since the last time. A frame that is known already is left out.</summary>
    public void Integrate()
    {
        if (_waiting.Count == 0)
            return;
        identities.BeginRound();
        _waiting.TakeAll(_pending);
        TakePending();
    }

    /// <summary>
    /// Takes what was added and is so much older than the newest that little will come before it any more, once that is worth while: where many frames
    /// come between two calls of <see cref="Integrate"/>, it has the less to do then, and what comes late has less taken anew.
    /// </summary>
    public void Settle()
    {
        // What is so late that much would be taken anew for it waits: once a round is enough.
        if (!_waiting.HaveSettled || (_copies.Count > 0 && _waiting.Oldest < LastCopy))
            return;
        _waiting.TakeSettled(_pending);
        TakePending();
        if (_past[^1].Time > LastCopy)
            Copy(_past[^1]);
    }

    private void TakePending()
    {
        if (_copies.Count == 0)
            Copy(last: null);

        _pending.Sort();
        var late = CountLate();
        for (var i = 0; i < late; i++)
            TakeLate(_pending[i].Frame!);
        _pending.RemoveRange(0, late);
        if (_pending.Count > 0)
            TakeInOrder();
        Forget(_past[^1].Time - options.MaxDelay);
    }

    /// <summary>How many of the pending, the oldest first, are before the oldest copy that may be gone back to.</summary>
    private int CountLate()
    {
        if (FindReplayed() is not { } beyond)
            return 0;
        var oldest = _copies.FindIndex(copy => copy.Last is { } last && last.CompareTo(beyond) >= 0);
        return CountUpTo(oldest < 0 ? _past[^1] : _copies[oldest].Last!.Value);
    }

    /// <summary>The newest entry that has <see cref="MaxReplay"/> frames after it; tracks taken over cost next to nothing and do not count.</summary>
    private TimelineEntry? FindReplayed()
    {
        var frames = 0;
        for (var i = _past.Count - 1; i >= 0; i--)
        {
            if (frames == MaxReplay)
                return _past[i];
            frames += _past[i].Frame is null ? 0 : 1;
        }

        return null;
    }

    private int CountUpTo(TimelineEntry entry)
    {
        var count = 0;
        while (count < _pending.Count && _pending[count].CompareTo(entry) <= 0)
            count++;
        return count;
    }

    private void TakeLate(Observation frame)
    {
        fusion.Take(Tracks, frame);
        _past.Add(new(_past[^1].Time, frame, null, Late: true));
    }

    private void TakeInOrder()
    {
        var from = _past.Count;
        while (from > 0 && _past[from - 1].CompareTo(_pending[0]) >= 0)
            from--;
        if (from < _past.Count)
            from = GoBackBefore(_pending[0]);

        Merge(from);
        var last = LastToCopyBefore(from);
        for (var i = from; i < _past.Count; i++)
        {
            if (i > 0 && i <= last && (IsFarFromCopy(i) || (i == last && i - from >= FramesWorthACopy)))
                Copy(_past[i - 1]);
            Take(_past[i]);
        }

        // Where frames come one by one there is no place a little before the newest.
        if (_past[^1].Time - LastCopy > CopiesApart)
            Copy(_past[^1]);
    }

    /// <summary>Between two entries of different times, not too close to the last copy.</summary>
    private bool IsFarFromCopy(int next) =>
        _past[next].Time > _past[next - 1].Time && _past[next - 1].Time - LastCopy >= CopySpacing;

    /// <summary>
    /// The last entry before which a copy is made: a little before the newest frame, so that the next few that come just after it have little taken
    /// anew.
    /// </summary>
    private int LastToCopyBefore(int from)
    {
        var next = _past.Count - 1;
        while (next > from && (_past[next - 1].Time > _past[^1].Time - PendingFrames.Jitter || _past[next].Time == _past[next - 1].Time))
            next--;
        return next;
    }

    private DateTimeOffset LastCopy => _copies[^1].Last?.Time ?? DateTimeOffset.MinValue;

    /// <summary>Forgets what the tracks were made from: what comes may be of any time.</summary>
    public void Restart()
    {
        foreach (var entry in _past)
            ForgetBirths(entry);
        _past.Clear();
        foreach (var (_, tracks) in _copies)
            _spare.Push(tracks);
        _copies.Clear();
    }

    /// <returns>The first entry to be taken anew.</returns>
    private int GoBackBefore(TimelineEntry entry)
    {
        var at = _copies.Count - 1;
        while (at > 0 && _copies[at].Last is { } last && last.CompareTo(entry) >= 0)
            _spare.Push(_copies[at--].Tracks);
        _copies.RemoveRange(at + 1, _copies.Count - at - 1);
        var (before, tracks) = _copies[at];
        Tracks.CopyFrom(tracks);
        var from = 0;
        while (from < _past.Count && before is { } b && _past[from].CompareTo(b) <= 0)
            from++;
        return from;
    }

    /// <summary>Brings what is pending into its order among the past from there on.</summary>
    private void Merge(int from)
    {
        _pending.AddRange(CollectionsMarshal.AsSpan(_past)[from..]);
        _past.RemoveRange(from, _past.Count - from);
        // Stable enough: entries that compare equal are the same frame, or were taken over in whichever order.
        _pending.Sort();
        foreach (var entry in _pending)
        {
            if (entry.Frame is null || entry.Late || _past.Count == 0 || _past[^1].CompareTo(entry) != 0)
                _past.Add(entry);
        }

        _pending.Clear();
    }

    private void Take(TimelineEntry entry)
    {
        if (entry.Frame is { } frame)
            fusion.Take(Tracks, frame);
        else
            Adoption.Take(Tracks, entry.Adopted!, options, keeps: null);
    }

    /// <param name="last">What <see cref="Tracks"/> have taken last.</param>
    private void Copy(TimelineEntry? last)
    {
        var copy = _spare.TryPop(out var spare) ? spare : new TrackSet();
        copy.CopyFrom(Tracks);
        _copies.Add((last, copy));
    }

    /// <summary>Lets go of what nothing accepted from now on can be before.</summary>
    private void Forget(DateTimeOffset horizon)
    {
        var kept = 0;
        while (kept + 1 < _copies.Count && _copies[kept + 1].Last is { } last && last.Time < horizon)
            _spare.Push(_copies[kept++].Tracks);
        _copies.RemoveRange(0, kept);
        if (_copies[0].Last is not { } first)
            return;
        var passed = 0;
        while (passed < _past.Count && _past[passed].CompareTo(first) <= 0)
            ForgetBirths(_past[passed++]);
        _past.RemoveRange(0, passed);
    }

    private void ForgetBirths(TimelineEntry entry)
    {
        if (entry.Frame is { } frame)
            identities.Forget(frame.Objects);
    }
}

using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>
/// Which devices have seen something, and when last, in the order of time: where devices report by turns, the one that reports next is among the
/// first and the newest is the last, so that a busy track costs no more than one that few see. Copied with its track, so it keeps its buffer.
/// </summary>
internal sealed class SightingLog
{
    /// <summary>How long a device's last place is worth more than a newer glimpse.</summary>
    private static readonly TimeSpan PlaceMemory = TimeSpan.FromSeconds(0.5);

    private Sighting[] _sightings = [];
    private int _start;
    private int _end;
    private DeviceId[] _last = [];

    private Span<Sighting> Sightings => _sightings.AsSpan(_start, _end - _start);

    public void Add(in Sighting seen)
    {
        var added = seen;
        var known = IndexOf(seen.Device);
        if (known >= 0)
        {
            ref readonly var before = ref Sightings[known];
            if (seen.Time <= before.Time)
                return;
            added.Listed = before.Listed;
            Remove(known);
        }

        Insert(added);
    }

    /// <summary>Adds that a device saw it without knowing where: the place that it just said before stays known.</summary>
    public void AddGlimpse(DeviceId device, DateTimeOffset time)
    {
        var known = IndexOf(device);
        if (known < 0 || Sightings[known] is not { Place: not null } last || time - last.Time >= PlaceMemory)
            Add(new(device, time, null, default));
    }

    /// <summary>Adds what another log holds, but no time after <paramref name="latest"/>.</summary>
    public void AddAll(SightingLog other, DateTimeOffset latest)
    {
        foreach (var seen in other.Sightings)
            Add(seen with { Time = seen.Time < latest ? seen.Time : latest, Listed = false });
    }

    /// <summary>The newest sighting since then by a device other than that one whose place is known.</summary>
    public Sighting? NewestOfOthers(DeviceId device, DateTimeOffset since)
    {
        var sightings = Sightings;
        for (var i = sightings.Length - 1; i >= 0 && sightings[i].Time >= since; i--)
        {
            if (sightings[i].Place is not null && sightings[i].Device != device)
                return sightings[i];
        }

        return null;
    }

    /// <summary>Whether the last sighting by a device was at the same time in both.</summary>
    public bool SharesAny(SightingLog other)
    {
        var theirs = other.Sightings;
        var first = 0;
        foreach (ref readonly var seen in Sightings)
        {
            while (first < theirs.Length && theirs[first].Time < seen.Time)
                first++;
            for (var j = first; j < theirs.Length && theirs[j].Time == seen.Time; j++)
            {
                if (theirs[j].Device == seen.Device)
                    return true;
            }
        }

        return false;
    }

    /// <summary>The devices that saw it since then, in the order of their names.</summary>
    public IReadOnlyList<DeviceId> Since(DateTimeOffset time)
    {
        var recent = Sightings;
        while (recent.Length > 0 && recent[0].Time < time)
            recent = recent[1..];
        var same = recent.Length == _last.Length;
        for (var i = 0; i < recent.Length && same; i++)
            same = recent[i].Listed;

        // The array is given out and never written again: as long as nobody joins or leaves, it is the answer once more.
        return same ? _last : List(recent);
    }

    /// <summary>Drops the devices that have not seen it since then.</summary>
    public void Forget(DateTimeOffset time)
    {
        while (_start < _end && _sightings[_start].Time < time)
            _start++;
    }

    public void Clear() => (_start, _end, _last) = (0, 0, []);

    public void CopyFrom(SightingLog other)
    {
        var sightings = other.Sightings;
        if (_sightings.Length < sightings.Length)
            _sightings = new Sighting[other._sightings.Length];
        sightings.CopyTo(_sightings);
        (_start, _end, _last) = (0, sightings.Length, other._last);
    }

    private DeviceId[] List(ReadOnlySpan<Sighting> recent)
    {
        foreach (ref var sighting in Sightings)
            sighting.Listed = false;
        _last = new DeviceId[recent.Length];
        for (var i = 0; i < recent.Length; i++)
        {
            _last[i] = recent[i].Device;
            Sightings[^(recent.Length - i)].Listed = true;
        }

        Array.Sort(_last, static (a, b) => string.CompareOrdinal(a.Value, b.Value));
        return _last;
    }

    private int IndexOf(DeviceId device)
    {
        var sightings = Sightings;
        for (var i = 0; i < sightings.Length; i++)
        {
            if (sightings[i].Device == device)
                return i;
        }

        return -1;
    }

    /// <summary>What is before it moves up, which is little where devices report by turns.</summary>
    private void Remove(int index)
    {
        var sightings = Sightings;
        sightings[..index].CopyTo(sightings[1..]);
        _start++;
    }

    private void Insert(in Sighting seen)
    {
        if (_end == _sightings.Length)
            MakeRoom();
        var at = _end++;
        while (at > _start && _sightings[at - 1].Time > seen.Time)
        {
            _sightings[at] = _sightings[at - 1];
            at--;
        }

        _sightings[at] = seen;
    }

    private void MakeRoom()
    {
        var sightings = Sightings;
        var target = 2 * sightings.Length >= _sightings.Length ? new Sighting[Math.Max(4, 4 * sightings.Length)] : _sightings;
        sightings.CopyTo(target);
        (_sightings, _start, _end) = (target, 0, sightings.Length);
    }
}

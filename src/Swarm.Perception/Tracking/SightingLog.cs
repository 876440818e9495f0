using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Which devices have seen something, and when last. Copied with its track, so it keeps its buffer.</summary>
internal sealed class SightingLog
{
    /// <summary>How long a device's last place is worth more than a newer glimpse.</summary>
    private static readonly TimeSpan PlaceMemory = TimeSpan.FromSeconds(0.5);

    private Sighting[] _sightings = [];
    private int _count;
    private DeviceId[] _last = [];

    public void Add(in Sighting seen)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_sightings[i].Device != seen.Device)
                continue;
            if (seen.Time > _sightings[i].Time)
                _sightings[i] = seen;
            return;
        }

        if (_count == _sightings.Length)
            Array.Resize(ref _sightings, Math.Max(4, 2 * _count));
        _sightings[_count++] = seen;
    }

    /// <summary>Adds that a device saw it without knowing where: the place that it just said before stays known.</summary>
    public void AddGlimpse(DeviceId device, DateTimeOffset time)
    {
        for (var i = 0; i < _count; i++)
        {
            ref readonly var last = ref _sightings[i];
            if (last.Device == device && last.Place is not null && time - last.Time < PlaceMemory)
                return;
        }

        Add(new(device, time, null, default));
    }

    /// <summary>Adds what another log holds, but no time after <paramref name="latest"/>.</summary>
    public void AddAll(SightingLog other, DateTimeOffset latest)
    {
        for (var i = 0; i < other._count; i++)
            Add(other._sightings[i] with { Time = other._sightings[i].Time < latest ? other._sightings[i].Time : latest });
    }

    /// <summary>The newest sighting since then by a device other than that one whose place is known.</summary>
    public Sighting? NewestOfOthers(DeviceId device, DateTimeOffset since)
    {
        var newest = -1;
        for (var i = 0; i < _count; i++)
        {
            ref readonly var sighting = ref _sightings[i];
            if (sighting.Time >= since && sighting.Place is not null && sighting.Device != device
                && (newest < 0 || sighting.Time > _sightings[newest].Time))
                newest = i;
        }

        return newest < 0 ? null : _sightings[newest];
    }

    /// <summary>Whether the last sighting by a device was at the same time in both.</summary>
    public bool SharesAny(SightingLog other)
    {
        for (var i = 0; i < _count; i++)
        {
            for (var j = 0; j < other._count; j++)
            {
                if (_sightings[i].Time == other._sightings[j].Time && _sightings[i].Device == other._sightings[j].Device)
                    return true;
            }
        }

        return false;
    }

    /// <summary>The devices that saw it since then, in the order of their names.</summary>
    public IReadOnlyList<DeviceId> Since(DateTimeOffset time)
    {
        var recent = 0;
        var same = true;
        for (var i = 0; i < _count; i++)
        {
            if (_sightings[i].Time < time)
                continue;
            recent++;
            same = same && _last.Contains(_sightings[i].Device);
        }

        // The array is given out and never written again: as long as nobody joins or leaves, it is the answer once more.
        if (!same || recent != _last.Length)
        {
            _last = [.. _sightings.Take(_count).Where(sighting => sighting.Time >= time)
                .Select(sighting => sighting.Device).OrderBy(device => device.Value, StringComparer.Ordinal)];
        }

        return _last;
    }

    /// <summary>Drops the devices that have not seen it since then.</summary>
    public void Forget(DateTimeOffset time)
    {
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            if (_sightings[i].Time >= time)
                _sightings[kept++] = _sightings[i];
        }

        _count = kept;
    }

    public void Clear() => _count = 0;

    public void CopyFrom(SightingLog other)
    {
        if (_sightings.Length < other._count)
            _sightings = new Sighting[other._sightings.Length];
        Array.Copy(other._sightings, _sightings, other._count);
        (_count, _last) = (other._count, other._last);
    }
}

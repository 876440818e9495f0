using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Which devices have seen something, and when last.</summary>
internal sealed class SightingLog
{
    private readonly List<(DeviceId Device, DateTimeOffset Time)> _sightings = [];
    private DeviceId[] _last = [];

    public void Add(DeviceId device, DateTimeOffset time)
    {
        var at = _sightings.FindIndex(sighting => sighting.Device == device);
        if (at < 0)
            _sightings.Add((device, time));
        else if (time > _sightings[at].Time)
            _sightings[at] = (device, time);
    }

    /// <summary>The devices that saw it since then, in the order of their names; forgets the others.</summary>
    public IReadOnlyList<DeviceId> Since(DateTimeOffset time)
    {
        _sightings.RemoveAll(sighting => sighting.Time < time);
        // The array is given out and never written again: as long as nobody joins or leaves, it is the answer once more.
        if (_last.Length != _sightings.Count || !_sightings.TrueForAll(sighting => _last.Contains(sighting.Device)))
            _last = [.. _sightings.Select(sighting => sighting.Device).OrderBy(device => device.Value, StringComparer.Ordinal)];
        return _last;
    }
}

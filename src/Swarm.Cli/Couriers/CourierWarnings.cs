using Swarm.Domain;

namespace Swarm.Cli;

/// <summary>Counts the hazards that the couriers are told of. Thread-safe: every courier's connection reports here.</summary>
internal sealed class CourierWarnings
{
    private readonly Lock _lock = new();
    private readonly HashSet<(string, string)> _pairs = [];
    private long _lists;
    private long _listsWithHazards;

    public void Take(DeviceId device, DownlinkMessage message)
    {
        if (message is not HazardList list)
            return;
        lock (_lock)
        {
            _lists++;
            if (list.Hazards.Count > 0)
                _listsWithHazards++;
            foreach (var other in list.Hazards.Select(hazard => hazard.Other).OfType<DeviceId>())
                _pairs.Add(string.CompareOrdinal(device.Value, other.Value) < 0 ? (device.Value, other.Value) : (other.Value, device.Value));
        }
    }

    /// <summary>Forgets what came before the replay began.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _pairs.Clear();
            (_lists, _listsWithHazards) = (0, 0);
        }
    }

    public (long Lists, long ListsWithHazards, int Pairs) Read()
    {
        lock (_lock)
            return (_lists, _listsWithHazards, _pairs.Count);
    }
}

using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>Which devices a site knows: those that it was told of, and a bounded number of those that announced themselves.</summary>
internal sealed class Admissions(IReadOnlyList<DeviceId> registered, IReadOnlyList<Guest> guests)
{
    /// <summary>The most devices that are kept without being registered.</summary>
    public const int MaxGuests = 1_000;

    /// <summary>A device that is not registered and has been silent for so long makes room for another.</summary>
    public static readonly TimeSpan SilentAfter = TimeSpan.FromDays(1);

    private readonly HashSet<DeviceId> _registered = [.. registered];
    private readonly Dictionary<DeviceId, DateTimeOffset> _guests = guests.ToDictionary(guest => guest.Device, guest => guest.Admitted);

    public IReadOnlyList<DeviceId> Registered => [.. _registered];

    public IReadOnlyList<Guest> Guests => [.. _guests.Select(guest => new Guest(guest.Key, guest.Value))];

    public IReadOnlyList<DeviceId> All => [.. _registered, .. _guests.Keys];

    public bool IsFull => _guests.Count >= MaxGuests;

    public bool IsRegistered(DeviceId device) => _registered.Contains(device);

    public bool Knows(DeviceId device) => _registered.Contains(device) || _guests.ContainsKey(device);

    /// <summary>Notes that a guest is there; false when it is not known.</summary>
    public bool Touch(DeviceId device, DateTimeOffset at)
    {
        if (!_guests.TryGetValue(device, out var before))
        {
            return false;
        }

        _guests[device] = at > before ? at : before;
        return true;
    }

    public void Invite(DeviceId device, DateTimeOffset now) => _guests[device] = now;

    public void Register(DeviceId device)
    {
        _registered.Add(device);
        _guests.Remove(device);
    }

    public void Remove(DeviceId device)
    {
        _registered.Remove(device);
        _guests.Remove(device);
    }

    /// <summary>Guests that have not asked for a day, the one that asked longest ago first.</summary>
    public IReadOnlyList<DeviceId> Silent(DateTimeOffset now, int most) =>
        [.. _guests.Where(guest => now - guest.Value >= SilentAfter).OrderBy(guest => guest.Value).Take(most).Select(guest => guest.Key)];
}

using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>
/// When a device is told its hazards: at every tick while it has any, when they end, and otherwise every second, so that silence means that the
/// site is lost.
/// </summary>
internal sealed class HazardSchedule
{
    /// <summary>A tick less than the second that the protocol promises, so that a late tick does not break the promise.</summary>
    public static readonly TimeSpan EmptyEvery = TimeSpan.FromMilliseconds(900);

    private readonly Dictionary<DeviceId, Sent> _sent = [];

    public bool IsDue(DeviceId device, IReadOnlyList<Hazard> hazards, DateTimeOffset now) =>
        hazards.Count > 0 || !_sent.TryGetValue(device, out var last) || last.Any || now - last.At >= EmptyEvery;

    public void Note(DeviceId device, IReadOnlyList<Hazard> hazards, DateTimeOffset now) => _sent[device] = new(now, hazards.Count > 0);

    public void KeepOnly(IReadOnlySet<DeviceId> devices)
    {
        foreach (var gone in _sent.Keys.Where(device => !devices.Contains(device)).ToList())
        {
            _sent.Remove(gone);
        }
    }

    private readonly record struct Sent(DateTimeOffset At, bool Any);
}

using Microsoft.Extensions.Logging;
using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>
/// The devices that a cell speaks to. Each is told, in one call, its hazards when they are due and the tracks that it does not see while there are
/// any, and once that there are none any more.
/// </summary>
internal sealed class Audience(IGrainFactory grains, SiteId site, EdgeMetrics metrics, ILogger logger)
{
    private readonly Dictionary<DeviceId, Listener> _listeners = [];
    private readonly CallGate<DeviceId> _calls = new("device", metrics, logger);
    private readonly CallGate<DeviceId> _alignments = new("device", metrics, logger);

    public void Add(DeviceId device)
    {
        if (!_listeners.ContainsKey(device))
        {
            _listeners[device] = new Listener(grains.Device(site, device));
        }
    }

    public void Remove(DeviceId device) => _listeners.Remove(device);

    public bool Contains(DeviceId device) => _listeners.ContainsKey(device);

    /// <summary>Forgets the devices that are not among <paramref name="present"/>.</summary>
    public void KeepOnly(IReadOnlyCollection<DeviceMotion> present)
    {
        var gone = _listeners.Keys.Except(present.Select(device => device.Device)).ToList();
        gone.ForEach(Remove);
    }

    /// <summary>Tells a device of this audience what is due, unless it is still being told what was before.</summary>
    public void Tell(DeviceId device, IReadOnlyList<Hazard> hazards, IReadOnlyList<Track> unseen, DateTimeOffset now)
    {
        var listener = _listeners[device];
        var hazardsDue = listener.Hazards.IsDue(hazards, now);
        var tracksDue = unseen.Count > 0 || listener.HasTracks;
        if (!(hazardsDue || tracksDue))
        {
            return;
        }

        var call = (listener.Grain, Hazards: hazardsDue ? new HazardList(now, hazards) : null, Tracks: tracksDue ? new TrackList(now, unseen) : null);
        if (!_calls.TryStart(device, call, static call => call.Grain.UpdateSurroundings(call.Hazards, call.Tracks)))
        {
            return;
        }

        listener.HasTracks = unseen.Count > 0;
        if (hazardsDue)
        {
            listener.Hazards.Note(hazards, now);
        }
    }

    /// <summary>Tells a device of this audience how its picture lies on the shared one.</summary>
    public void Tell(DeviceId device, DeviceAlignment alignment) =>
        _alignments.TryStart(device, (_listeners[device].Grain, alignment), static call => call.Grain.UpdateAlignment(call.alignment));

    /// <summary>Completes when all that is under way has.</summary>
    public Task DrainAsync() => Task.WhenAll(_calls.DrainAsync(), _alignments.DrainAsync());

    private sealed class Listener(IDeviceGrain grain)
    {
        public IDeviceGrain Grain { get; } = grain;

        public HazardSchedule Hazards { get; } = new();

        /// <summary>It was last told of tracks.</summary>
        public bool HasTracks { get; set; }
    }
}

using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>
/// Fuses observations of many devices into tracks: a constant-velocity Kalman filter for each object, optimal assignment of each frame,
/// and an existence probability that falls only where a sensor looked and did not see. Frames are taken in the order of their time,
/// whichever order they come in. Bearings and ranges make tracks surer and never begin one. Not thread-safe: one owner, such as a grain.
/// What is not fit for it (not finite, no covariance, absurd) is left out, object by object.
/// </summary>
public sealed class Tracker
{
    /// <summary>Objects taken from one observation, the surest first.</summary>
    public const int MaxObjects = 500;

    /// <summary>Bearings, and ranges, taken from one observation, the surest first.</summary>
    public const int MaxLines = 200;

    /// <summary>Tracks held; the unlikeliest tentative ones give way to new ones.</summary>
    public const int MaxTracks = 2000;

    /// <summary>Frames that wait for the next <see cref="Advance"/>; one more has them taken at once.</summary>
    private const int MaxPending = 4000;

    /// <summary>So long after the newest frame none is under way that would have to be brought into its order.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    private readonly TrackerOptions _options;
    private readonly DeviceRegister _devices;
    private readonly Timeline _timeline;
    private IReadOnlyList<Track>? _snapshot = [];
    private DateTimeOffset _newest = DateTimeOffset.MinValue;
    private DateTimeOffset _now = DateTimeOffset.MinValue;

    /// <param name="mint">Begins the identity of every track born here (<c>mint-n</c>); unique to the activation.</param>
    public Tracker(TrackerOptions options, string mint)
    {
        _options = options;
        _devices = new DeviceRegister(Gaussian2.ChiSquareQuantile(options.GateProbability));
        var identities = new Identities(mint);
        _timeline = new Timeline(new FrameFusion(options, _devices, identities), identities, options);
    }

    /// <summary>Confirmed and tentative tracks as of the last <see cref="Advance"/>, those adopted since among them. A list given out stays as it is.</summary>
    public IReadOnlyList<Track> Tracks => _snapshot ??= TakeSnapshot();

    /// <summary>Devices that have said where they are lately.</summary>
    public IReadOnlyCollection<DeviceMotion> Devices => _devices.Motions;

    /// <summary>
    /// By how much the picture of each device that sent frames lately is off the shared one, as of its newest frame; what nobody else could
    /// confirm keeps the deviation that the device itself gave.
    /// </summary>
    public IEnumerable<KeyValuePair<DeviceId, RegistrationError>> Registrations =>
        _timeline.Tracks.Registrations.All.Select(registration => KeyValuePair.Create(registration.Device, registration.Error));

    /// <summary>The devices whose sensors have seen that device lately, in the order of their names.</summary>
    public IReadOnlyList<DeviceId> WhoSees(DeviceId device) => _devices.SeenBy(device, _now - _options.SeenWindow);

    /// <summary>
    /// Takes what one sensor saw; the next <see cref="Advance"/> shows it. False when it is too much older than the newest one taken, or
    /// further ahead of <paramref name="now"/> than clocks differ (<see cref="TrackerOptions.MaxDelay"/>,
    /// <see cref="TrackerOptions.MaxLead"/>): nothing has changed then. A frame of the same sensor, time and sequence counts once.
    /// </summary>
    /// <param name="now">The present, in site time.</param>
    public bool Observe(Observation observation, DateTimeOffset now)
    {
        var time = observation.Time;
        if (_newest - time > _options.MaxDelay || time - now > _options.MaxLead)
            return false;

        _newest = time > _newest ? time : _newest;
        _timeline.Add(observation);
        _timeline.Settle();
        if (_timeline.Pending >= MaxPending)
            _timeline.Integrate();
        return true;
    }

    /// <summary>
    /// Takes where a device is. Detections of it by others are then attributed to it and make no track, unless they are of a person
    /// or an animal. A motion older than the one known is left out.
    /// </summary>
    public void Move(DeviceMotion device) => _devices.Move(device);

    /// <summary>Brings every track to <paramref name="now"/>; drops tracks and devices that nothing supports any more.</summary>
    public void Advance(DateTimeOffset now)
    {
        _timeline.Integrate();
        _now = now;
        if (_newest - now > _options.MaxLead)
        {
            // The present was set back: what was newest must not shut out what comes.
            _newest = now;
            _timeline.Restart();
        }

        else if (now - _newest > Quiet)
        {
            _timeline.Restart();
        }

        _devices.Forget(now);
        _timeline.Tracks.Keep(StandsAtHorizon);
        _timeline.Tracks.Registrations.Forget(now);
        _snapshot = null;
    }

    /// <summary>
    /// Takes on the identity that another cell gives to an object: the local track that is the same object is renamed; where there is
    /// none the track is taken over whole. A track that is not finite or has no covariance is left out.
    /// </summary>
    /// <param name="keeps">Which local identities stay nevertheless; without it none does.</param>
    /// <returns>False where the object keeps its local identity, or the track was left out.</returns>
    public bool Adopt(Track track, Func<TrackId, bool>? keeps = null)
    {
        if (!Adoption.IsSound(track))
            return false;
        _timeline.Integrate();
        if (!Adoption.Take(_timeline.Tracks, track, _options, keeps))
            return false;

        _timeline.Note(track);
        _now = track.Time > _now ? track.Time : _now;
        _snapshot = null;
        return true;
    }

    private List<Track> TakeSnapshot()
    {
        var tracks = new List<Track>(_timeline.Tracks.Count);
        foreach (var track in _timeline.Tracks.Tracks)
        {
            var state = track.At(_now);
            if (!track.IsLost(state, _now, _options))
                tracks.Add(track.Snapshot(state, _now, _options));
        }

        return tracks;
    }

    /// <summary>
    /// Whether the track may still matter: a frame as old as the horizon may come yet and find it alive. One that a device's own body
    /// covers was that device.
    /// </summary>
    private bool StandsAtHorizon(LocalTrack track)
    {
        var horizon = _now - _options.MaxDelay;
        return track.Time - _now <= TimeSpan.FromSeconds(1)
            && !track.IsLost(track.At(horizon > track.Time ? horizon : track.Time), horizon, _options)
            && (ClassTraits.Of(track.Class).Living || !_devices.Covers(track.At(_now).Position, track.Z, _now));
    }
}

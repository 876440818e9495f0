using System.Globalization;
using System.Runtime.InteropServices;
using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>
/// Fuses observations of many devices into tracks: a constant-velocity Kalman filter for each object, optimal assignment of each frame,
/// and an existence probability that falls only where a sensor looked and did not see. Not thread-safe: one owner, such as a grain.
/// What is not fit for it (not finite, no covariance, absurd) is left out, object by object.
/// </summary>
public sealed class Tracker
{
    /// <summary>Objects taken from one observation, the surest first.</summary>
    public const int MaxObjects = 500;

    /// <summary>Tracks held; the unlikeliest tentative ones give way to new ones.</summary>
    public const int MaxTracks = 2000;

    /// <summary>A track so far above the sensor, in metres, is not in the region that it looked at.</summary>
    private const double MaxHeightAbove = 3;
    private const double AdoptGateProbability = 0.95;

    private readonly TrackerOptions _options;
    private readonly string _mint;
    private readonly Associator _associator;
    private readonly DeviceRegister _devices;
    private readonly List<LocalTrack> _tracks = [];
    private readonly List<Measurement> _measurements = [];
    private IReadOnlyList<Track>? _snapshot = [];
    private DateTimeOffset _newest = DateTimeOffset.MinValue;
    private DateTimeOffset _now = DateTimeOffset.MinValue;
    private long _minted;

    /// <param name="mint">Begins the identity of every track born here (<c>mint-n</c>); unique to the activation.</param>
    public Tracker(TrackerOptions options, string mint)
    {
        _options = options;
        _mint = mint;
        _associator = new Associator(options);
        _devices = new DeviceRegister(Gaussian2.ChiSquareQuantile(options.GateProbability));
    }

    /// <summary>Confirmed and tentative tracks as of the last <see cref="Advance"/>, those adopted since among them. A list given out stays as it is.</summary>
    public IReadOnlyList<Track> Tracks => _snapshot ??= [.. _tracks.Select(track => track.Snapshot(track.At(_now), _now, _options))];

    /// <summary>Devices that have said where they are lately.</summary>
    public IReadOnlyCollection<DeviceMotion> Devices => _devices.Motions;

    /// <summary>The devices whose sensors have seen that device lately, in the order of their names.</summary>
    public IReadOnlyList<DeviceId> WhoSees(DeviceId device) => _devices.SeenBy(device, _now - _options.SeenWindow);

    /// <summary>
    /// Takes what one sensor saw. False when it is too much older than the newest one taken, or further ahead of <paramref name="now"/>
    /// than clocks differ (<see cref="TrackerOptions.MaxDelay"/>, <see cref="TrackerOptions.MaxLead"/>): nothing has changed then.
    /// </summary>
    /// <param name="now">The present, in site time.</param>
    public bool Observe(Observation observation, DateTimeOffset now)
    {
        var time = observation.Time;
        if (_newest - time > _options.MaxDelay || time - now > _options.MaxLead)
            return false;

        _newest = time > _newest ? time : _newest;
        ReadMeasurements(observation);
        var region = UsableRegion(observation.Region);
        var known = _tracks.Count;
        var measurements = CollectionsMarshal.AsSpan(_measurements);
        _associator.Associate(_tracks, known, measurements, time, region?.DetectionProbability ?? _options.DetectionProbability);

        Span<bool> taken = stackalloc bool[measurements.Length];
        for (var t = 0; t < known; t++)
        {
            if (_associator.PairOf(t) is { } pair)
            {
                _tracks[t].Update(measurements[pair.Measurement], observation.Device, time, pair.Ratio, _options);
                taken[pair.Measurement] = true;
            }
            else if (region is not null && MissedIn(region, observation.Ego, _tracks[t], time) is > 0 and var probability)
            {
                _tracks[t].Miss(probability, time, _options);
            }
        }

        for (var m = 0; m < measurements.Length; m++)
        {
            if (!taken[m])
                _tracks.Add(LocalTrack.Born(NextId(), measurements[m], observation.Device, time, _options));
        }

        GiveWay();
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
        _now = now;
        // The present may have been set back: what was newest must not shut out what comes.
        if (_newest - now > _options.MaxLead)
            _newest = now;
        _devices.Forget(now);

        var snapshot = new List<Track>(_tracks.Count);
        _tracks.RemoveAll(track =>
        {
            var state = track.At(now);
            if (track.Time - now > TimeSpan.FromSeconds(1) || track.IsLost(state, now, _options)
                || (!ClassTraits.Of(track.Class).Living && _devices.Covers(state.Position, track.Z, now)))
                return true;
            snapshot.Add(track.Snapshot(state, now, _options));
            return false;
        });
        _snapshot = snapshot;
    }

    /// <summary>
    /// Takes on the identity that another cell gives to an object: the local track that is the same object is renamed; where there is
    /// none the track is taken over whole. A track that is not finite or has no covariance is left out.
    /// </summary>
    /// <param name="keeps">Which local identities stay nevertheless; without it none does.</param>
    /// <returns>False where the object keeps its local identity, or the track was left out.</returns>
    public bool Adopt(Track track, Func<TrackId, bool>? keeps = null)
    {
        if (!IsSound(track))
            return false;

        var adopted = LocalTrack.From(track);
        var index = _tracks.FindIndex(local => local.Id == track.Id);
        if (index >= 0 && !IsSame(_tracks[index], adopted, out _))
        {
            // The name went astray to another object: the owner knows better.
            _tracks.RemoveAt(index);
            index = -1;
        }

        if (index < 0)
        {
            index = FindSame(adopted);
            if (index >= 0 && keeps is not null && keeps(_tracks[index].Id))
                return false;
        }

        if (index >= 0)
            _tracks[index].Join(adopted);
        else
            _tracks.Add(adopted);
        _now = track.Time > _now ? track.Time : _now;
        _snapshot = null;
        return true;
    }

    private static bool IsSound(Track track) =>
        double.IsFinite(track.Position.X + track.Position.Y + track.Position.Z + track.Velocity.Speed)
        && track.Existence is >= 0 and <= 1
        && Cholesky4.TryFactor(track.Covariance, out _);

    private void ReadMeasurements(Observation observation)
    {
        _measurements.Clear();
        IEnumerable<Detection> objects = observation.Objects;
        if (observation.Objects.Count > MaxObjects)
            objects = observation.Objects.OrderByDescending(seen => seen.Score).Take(MaxObjects);
        foreach (var seen in objects)
        {
            if (Measurement.TryFrom(seen, out var measurement) && !_devices.Claims(measurement, observation.Device, observation.Time))
                _measurements.Add(measurement);
        }
    }

    private static LookedRegion? UsableRegion(LookedRegion? region) =>
        region is { DetectionProbability: > 0 and < 1 } && Polygon.IsUsable(Polygon.Corners(region.Polygon)) ? region : null;

    /// <summary>
    /// How likely the sensor would have seen the track: its detection probability for the part of the predicted position that lies in
    /// the region, by the unscented points (Julier and Uhlmann 1997, κ = 1); 0 where the mean lies outside.
    /// </summary>
    private static double MissedIn(LookedRegion region, Pose ego, LocalTrack track, DateTimeOffset time)
    {
        var state = track.At(time);
        var corners = Polygon.Corners(region.Polygon);
        if (track.Z - ego.Z > MaxHeightAbove || !Polygon.Contains(corners, state.X, state.Y))
            return 0;

        // Columns of √3 times the Cholesky factor.
        var (a, b) = (Math.Sqrt(3 * state.PP.A), Math.Sqrt(3 / state.PP.A) * state.PP.B);
        var c = Math.Sqrt(Math.Max(0, (3 * state.PP.D) - (b * b)));
        var inside = 1d / 3;
        inside += Polygon.Contains(corners, state.X + a, state.Y + b) ? 1d / 6 : 0;
        inside += Polygon.Contains(corners, state.X - a, state.Y - b) ? 1d / 6 : 0;
        inside += Polygon.Contains(corners, state.X, state.Y + c) ? 1d / 6 : 0;
        inside += Polygon.Contains(corners, state.X, state.Y - c) ? 1d / 6 : 0;
        return inside * region.DetectionProbability;
    }

    private void GiveWay()
    {
        if (_tracks.Count <= MaxTracks)
            return;
        // Confirmed ones first, then the likeliest; OrderBy is stable, so that among equals the older stay.
        var kept = _tracks.OrderByDescending(track => track.Confirmed).ThenByDescending(track => track.Existence).Take(MaxTracks).ToList();
        _tracks.Clear();
        _tracks.AddRange(kept);
    }

    /// <summary>The nearest local track that may be the same object and that no other cell lately called its own; -1 where there is none.</summary>
    private int FindSame(LocalTrack adopted)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        for (var i = 0; i < _tracks.Count; i++)
        {
            var owned = _tracks[i].AffirmedAt is { } affirmed && adopted.Time - affirmed <= _options.SeenWindow;
            if (!owned && IsSame(_tracks[i], adopted, out var distance) && distance < least)
                (best, least) = (i, distance);
        }

        return best;
    }

    private static bool IsSame(LocalTrack local, LocalTrack adopted, out double distance)
    {
        var (a, b) = (local.At(adopted.Time), adopted.State);
        distance = Gaussian2.SquaredDistance(a.X - b.X, a.Y - b.Y, (a.PP + b.PP).Covariance);
        return AreCompatible(local.Class, adopted.Class) && distance <= Gaussian2.ChiSquareQuantile(AdoptGateProbability);
    }

    private static bool AreCompatible(ObjectClass a, ObjectClass b) =>
        a == ObjectClass.Unknown || b == ObjectClass.Unknown || ClassTraits.Of(a).Living == ClassTraits.Of(b).Living;

    private TrackId NextId() => new(string.Create(CultureInfo.InvariantCulture, $"{_mint}-{++_minted}"));
}

using System.Runtime.InteropServices;
using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>
/// Takes one frame into a set of tracks: those it is near are foretold, those that were lost by then go, detections are associated, what was
/// looked at and not seen is missed, and what belongs to no track begins one. The outcome depends on the tracks, the frame and where the devices are.
/// </summary>
internal sealed class FrameFusion(TrackerOptions options, DeviceRegister devices, Identities identities)
{
    /// <summary>A track so far above the sensor, in metres, is not in the region that it looked at.</summary>
    private const double MaxHeightAbove = 3;

    /// <summary>How lately another device must have seen a track to be held against it.</summary>
    private static readonly TimeSpan SharedWindow = TimeSpan.FromSeconds(0.35);

    /// <summary>
    /// Two sensors that see an object from two sides differ about its middle in much the same way in every frame: so many frames, a second's worth, say
    /// as much as one would if their errors were new each time.
    /// </summary>
    private const double Repetition = 10;

    private readonly Associator _associator = new(options);
    private readonly LineFusion _lines = new(options);
    private readonly double _gate = Math.Sqrt(Gaussian2.ChiSquareQuantile(options.GateProbability));
    private readonly List<Measurement> _measurements = [];
    private readonly List<NearTrack> _near = [];
    private bool[] _taken = [];

    public void Take(TrackSet tracks, Observation frame)
    {
        var registration = tracks.Registrations.For(frame, options.ClockDeviation);
        ReadMeasurements(frame, registration);
        _lines.Read(frame, registration);
        var region = UsableRegion(frame.Region);
        FindNear(tracks, frame, region);
        var measurements = CollectionsMarshal.AsSpan(_measurements);
        var near = CollectionsMarshal.AsSpan(_near);
        _associator.Associate(near, measurements, region?.DetectionProbability ?? options.DetectionProbability);
        _lines.Associate(near, registration, region?.DetectionProbability ?? options.DetectionProbability);
        if (options.Register && Register(registration, near, measurements, frame))
        {
            foreach (ref var seen in measurements)
                seen = seen.Placed(registration);
        }

        if (_taken.Length < measurements.Length)
            _taken = new bool[measurements.Length * 2];
        Array.Clear(_taken);
        for (var i = 0; i < near.Length; i++)
        {
            var track = near[i].Track;
            if (_associator.PairOf(i) is { } pair)
            {
                var seen = measurements[pair.Measurement].Timed(registration, near[i].Predicted.Velocity);
                if (_associator.SharesOf(i) is { IsEmpty: false } shares)
                    track.Update(near[i], seen, new JointPlace(shares, measurements, registration), frame.Device, frame.Time, options);
                else
                    track.Update(near[i], seen, new MeasuredPlace(seen.Place, seen.Noise), frame.Device, frame.Time, options);
                track.Id = identities.After(track.Id, seen.Source);
                _taken[pair.Measurement] = true;
            }
            else if (region is not null && !_lines.Has(i) && MissedIn(region, frame.Ego, near[i]) is > 0 and var probability)
            {
                track.Miss(near[i], probability, frame.Time);
            }

            _lines.Update(i, near[i], registration, frame);
        }

        if (MergeDuplicates(near, frame.Time))
            tracks.Keep(static track => !track.Dropped);
        for (var m = 0; m < measurements.Length; m++)
        {
            if (!_taken[m])
                tracks.Add().Begin(identities.Of(measurements[m].Source), measurements[m], frame.Device, frame.Time, options);
        }

        GiveWay(tracks);
    }

    private void ReadMeasurements(Observation frame, DeviceRegistration registration)
    {
        _measurements.Clear();
        var objects = frame.Objects;
        if (objects.Count > Tracker.MaxObjects)
            objects = [.. objects.OrderByDescending(seen => seen.Score).Take(Tracker.MaxObjects)];
        for (var i = 0; i < objects.Count; i++)
        {
            if (!Measurement.TryFrom(objects[i], out var measurement))
                continue;
            measurement = measurement.Placed(registration);
            if (!devices.Claims(measurement, frame.Device, frame.Time))
                _measurements.Add(measurement);
        }
    }

    /// <summary>
    /// Lays the device's picture on what others saw of the same objects just before: on their detections and not on the tracks, which rest on
    /// the device's own as well and would only confirm it. False where nobody else sees any.
    /// </summary>
    private bool Register(DeviceRegistration registration, ReadOnlySpan<NearTrack> near, ReadOnlySpan<Measurement> measurements, Observation frame)
    {
        var any = false;
        for (var i = 0; i < near.Length; i++)
        {
            if (_associator.PairOf(i) is not { } pair
                || near[i].Track.SeenByOthers(frame.Device, frame.Time - SharedWindow) is not { Place: { } place } shared)
                continue;
            ref readonly var seen = ref measurements[pair.Measurement];
            ref readonly var state = ref near[i].Predicted;
            var dt = (frame.Time - shared.Time).TotalSeconds;
            var noise = (Repetition * ((Matrix2)seen.SensorNoise + shared.Noise)).Covariance + (dt * dt * state.VV).Covariance;
            registration.Learn(seen.Source.Position.Plane, new(place.X + (dt * state.Vx), place.Y + (dt * state.Vy)), noise, state.Velocity);
            registration.LearnHeight(seen.Source.Position.Z, near[i].Track.Z, Repetition * options.HeightDeviation * options.HeightDeviation);
            any = true;
        }

        return any;
    }

    /// <summary>Every track whose gate may hold a measurement or that may lie in the region; of these, the lost ones are removed.</summary>
    private void FindNear(TrackSet tracks, Observation frame, LookedRegion? region)
    {
        // A line has no end within reach: where there is one, every track may be meant.
        var bounds = _lines.Any ? Box.Everything : Box.Empty;
        var noise = 0d;
        foreach (ref readonly var seen in CollectionsMarshal.AsSpan(_measurements))
        {
            bounds = bounds.With(seen.Place);
            noise = Math.Max(noise, Math.Max(seen.Noise.XX, seen.Noise.YY));
        }

        noise = Math.Sqrt(noise);
        if (region is not null)
        {
            foreach (var corner in Polygon.Corners(region.Polygon))
                bounds = bounds.With(corner);
        }

        _near.Clear();
        var lost = false;
        var all = tracks.Tracks;
        for (var i = 0; i < all.Length; i++)
        {
            var track = all[i];
            var dt = (frame.Time - track.Time).TotalSeconds;
            ref readonly var state = ref track.State;
            if (!bounds.Reaches(state.X + (dt * state.Vx), state.Y + (dt * state.Vy), _gate * (track.DeviationAt(dt) + noise)))
                continue;

            var predicted = track.At(frame.Time);
            if (track.IsLost(predicted, frame.Time, options))
            {
                track.Drop();
                lost = true;
            }
            else
            {
                _near.Add(new(track, predicted, track.ExistenceAt(frame.Time, options)));
            }
        }

        if (lost)
            tracks.Keep(static track => !track.Dropped);
    }

    /// <summary>Of two tracks that turn out to be of one object the elder takes on what the other holds.</summary>
    private bool MergeDuplicates(ReadOnlySpan<NearTrack> near, DateTimeOffset time)
    {
        var any = false;
        for (var i = 0; i < near.Length; i++)
        {
            if (_associator.PairOf(i) is null || near[i].Track.Dropped)
                continue;
            ref readonly var state = ref near[i].Track.State;
            for (var j = 0; j < near.Length; j++)
            {
                // Two that were both seen are compared once.
                if (j < i && _associator.PairOf(j) is not null)
                    continue;
                var other = near[j].Track;
                ref readonly var otherState = ref other.Time == time ? ref other.State : ref near[j].Predicted;
                if (j == i || other.Dropped || near[i].Track.Dropped || !Duplicates.AreOne(near[i].Track, state, other, otherState))
                    continue;
                var (elder, younger) = i < j ? (near[i].Track, other) : (other, near[i].Track);
                elder.Absorb(younger);
                younger.Drop();
                any = true;
            }
        }

        return any;
    }

    private static LookedRegion? UsableRegion(LookedRegion? region) =>
        region is { DetectionProbability: > 0 and < 1 } && Polygon.IsUsable(Polygon.Corners(region.Polygon)) ? region : null;

    /// <summary>
    /// How likely the sensor would have seen the track: its detection probability for the part of the predicted position that lies in
    /// the region, by the unscented points (Julier and Uhlmann 1997, κ = 1); 0 where the mean lies outside.
    /// </summary>
    private static double MissedIn(LookedRegion region, Pose ego, in NearTrack near)
    {
        ref readonly var state = ref near.Predicted;
        var corners = Polygon.Corners(region.Polygon);
        if (near.Track.Z - ego.Z > MaxHeightAbove || !Polygon.Contains(corners, state.X, state.Y))
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

    /// <summary>Above the limit the likeliest stay: confirmed ones first, and among equals the older.</summary>
    private static void GiveWay(TrackSet tracks)
    {
        if (tracks.Count <= Tracker.MaxTracks)
            return;
        foreach (var surplus in tracks.Tracks.ToArray()
            .OrderByDescending(track => track.Confirmed).ThenByDescending(track => track.Existence).Skip(Tracker.MaxTracks))
            surplus.Drop();
        tracks.Keep(static track => !track.Dropped);
    }
}

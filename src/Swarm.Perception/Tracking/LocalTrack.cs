using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>
/// A track as the tracker works on it: its state is as of the last frame that touched it. Existence is a Bernoulli probability, kept up in log
/// odds as in the integrated probabilistic data association of Mušicki, Evans and Stanković (IEEE Trans. Automatic Control 39(6), 1994), with the
/// one detection that assignment gave it in place of the sum over all.
/// </summary>
internal sealed partial class LocalTrack
{
    /// <summary>
    /// How much of the evidence so far still counts when a detection adds its own. Frames are not independent: a post taken for a person is taken for
    /// one again. So a track is as sure as its detections of late were on the average, about five times over, and not more with every frame.
    /// </summary>
    private const double EvidenceMemory = 0.8;

    /// <summary>What one detection may say, in log odds.</summary>
    private const double MaxEvidence = 3;

    /// <summary>Who is missed once for being half hidden is missed the next time.</summary>
    private const double MaxDetectionProbability = 0.8;
    private const double MaxExistence = 0.999;

    private const double VelocityNoise = 0.5;
    private const double HighScore = 0.95;
    private const int YoungUpdates = 3;

    private readonly SightingLog _seenBy = new();
    private ClassBelief _belief;
    private ClassTraits _traits = ClassTraits.Of(ObjectClass.Unknown);
    private double _manoeuvreDensity;
    private HeightEstimate _height;
    private Extent _extent;
    private KinematicState _state;
    private int _updates;
    private DateTimeOffset _seen;
    private double _positionDeviation;
    private double _velocityDeviation;

    public TrackId Id { get; set; }

    public ref readonly KinematicState State => ref _state;

    public DateTimeOffset Time { get; private set; }

    public double Existence { get; private set; }

    public bool Confirmed { get; private set; }

    public ObjectClass Class => _belief.Best;

    public double Z => _height.Z;

    /// <summary>Marked to be removed from its set.</summary>
    public bool Dropped { get; private set; }

    /// <summary>When another cell last said that this identity is its own; null where it was minted here.</summary>
    public DateTimeOffset? AffirmedAt { get; set; }

    /// <summary>Begins with a detection that belongs to no track known.</summary>
    public void Begin(TrackId id, in Measurement first, DeviceId device, DateTimeOffset time, TrackerOptions options)
    {
        (Id, AffirmedAt, Time, _seen, Confirmed, Dropped, _updates) = (id, null, time, time, false, false, 0);
        _state = KinematicState.Born(first.Place, first.Noise, options.SpeedScale * ClassTraits.Of(first.Class).VelocityDeviation);
        Existence = Math.Clamp(first.Score, 0.05, 0.98);
        _belief = ClassBelief.Of(first.Class);
        (_height, _extent) = (new(first.Z, HeightVariance(first), time), default);
        _seenBy.Clear();
        Take(first, device, time, options);
    }

    /// <summary>Begins with what another cell knows.</summary>
    public void Begin(Track track, TrackerOptions options)
    {
        (Id, AffirmedAt, Time, _seen, Confirmed, Dropped) = (track.Id, track.Time, track.Time, track.Time, track.Confirmed, false);
        _state = KinematicState.From(track.Position.Plane, track.Velocity, track.Covariance);
        Existence = Math.Min(track.Existence, MaxExistence);
        _belief = ClassBelief.Of(track.Class);
        TakeTraits(track.Class, options);
        (_height, _extent) = (new(track.Position.Z, _state.PP.Covariance.XX, track.Time), new(track.Size, track.Yaw));
        _updates = track.Confirmed ? YoungUpdates : 1;
        _seenBy.Clear();
        foreach (var device in track.SeenBy)
            _seenBy.Add(new(device, track.Time, null, default));
        NoteDeviations();
    }

    public void Drop() => Dropped = true;

    public void CopyFrom(LocalTrack other)
    {
        Dropped = other.Dropped;
        (Id, _state, Time, Existence, Confirmed, AffirmedAt) = (other.Id, other._state, other.Time, other.Existence, other.Confirmed, other.AffirmedAt);
        (_belief, _traits, _manoeuvreDensity, _height, _extent, _updates, _seen) =
            (other._belief, other._traits, other._manoeuvreDensity, other._height, other._extent, other._updates, other._seen);
        (_positionDeviation, _velocityDeviation) = (other._positionDeviation, other._velocityDeviation);
        _seenBy.CopyFrom(other._seenBy);
    }

    /// <summary>The state at another time, before or after.</summary>
    public KinematicState At(DateTimeOffset time) => _state.Predict((time - Time).TotalSeconds, _manoeuvreDensity);

    public double ExistenceAt(DateTimeOffset time, TrackerOptions options) =>
        Existence * Math.Exp(-Math.Max(0, (time - Time) / options.SurvivalTime));

    /// <summary>What it covers of the ground in that state: of the size and yaw seen, else of a typical body along its way.</summary>
    public Footprint FootprintAt(in KinematicState state) =>
        Footprint.Of(state.Position, _extent.Yaw ?? Math.Atan2(state.Vy, state.Vx), _extent.Size, _traits.Size);

    /// <summary>How far its body reaches from the middle at most, metres.</summary>
    public double HalfSize
    {
        get
        {
            var (length, width) = _extent.Size is { } size ? (size.Length, size.Width) : (_traits.Size.Length, _traits.Size.Width);
            return (length + width) / 2;
        }
    }

    /// <summary>Whether one frame holds a detection of this and one of that.</summary>
    public bool WasSeenWith(LocalTrack other) => _seenBy.SharesAny(other._seenBy);

    public static bool AreCompatible(LocalTrack a, LocalTrack b) =>
        a.Class == ObjectClass.Unknown || b.Class == ObjectClass.Unknown || a._traits.Living == b._traits.Living;

    public Sighting? SeenByOthers(DeviceId device, DateTimeOffset since) => _seenBy.NewestOfOthers(device, since);

    public double ClassRatio(ObjectClass seen) => _belief.LikelihoodRatio(seen);

    /// <summary>How far the mean may be from where it is foretold, for a cheap look before the exact one: a bound of one standard deviation, in metres.</summary>
    public double DeviationAt(double dt) =>
        _positionDeviation + (Math.Abs(dt) * (_velocityDeviation + Math.Sqrt(_manoeuvreDensity * Math.Abs(dt))));

    /// <summary>Takes the detection that belongs to the track.</summary>
    public void Update(in NearTrack foretold, in Measurement seen, DeviceId device, DateTimeOffset time, TrackerOptions options)
    {
        var lag = (Time - time).TotalSeconds;
        if (lag > 0)
        {
            // A track can be ahead that was taken over from another cell, or where the frame is taken late.
            _state = State.UpdateLatePosition(seen.Place, seen.Noise, lag, _manoeuvreDensity);
        }
        else
        {
            (_state, Existence, Time) = (foretold.Predicted.UpdatePosition(seen.Place, seen.Noise), foretold.Existence, time);
        }

        _belief.Update(seen.Class);
        var evidence = LogOdds(Math.Clamp(seen.Score, 1 - MaxExistence, MaxExistence)) + options.RepeatEvidence;
        SetLogOdds((EvidenceMemory * LogOdds(Existence)) + Math.Clamp(evidence, -MaxEvidence, MaxEvidence));
        Take(seen, device, time, options);
    }

    /// <summary>A sensor looked where the track is and did not see it.</summary>
    public void Miss(in NearTrack foretold, double detectionProbability, DateTimeOffset time)
    {
        if (time > Time)
            (_state, Existence, Time) = (foretold.Predicted, foretold.Existence, time);
        SetLogOdds(LogOdds(Existence) + Math.Log(1 - Math.Min(detectionProbability, MaxDetectionProbability)));
        NoteDeviations();
    }

    /// <summary>Takes on what another cell knows of the same object, its name above all.</summary>
    public void Join(LocalTrack other)
    {
        Absorb(other);
        (Id, AffirmedAt) = (other.Id, other.AffirmedAt);
    }

    /// <summary>Takes on what another track of the same object holds; of the two estimates the surer one stays, as both may rest on the same detections.</summary>
    public void Absorb(LocalTrack other)
    {
        if (Gaussian2.Determinant(other.At(Time).PP.Covariance) < Gaussian2.Determinant(State.PP.Covariance))
            (_state, Time) = (other._state, other.Time);
        Existence = Math.Max(Existence, other.Existence);
        Confirmed |= other.Confirmed;
        _updates = Math.Max(_updates, other._updates);
        _extent = _extent.Or(other._extent);
        _seen = other._seen > _seen ? other._seen : _seen;
        _seenBy.AddAll(other._seenBy, other.Time);
        NoteDeviations();
    }

    /// <summary>Nothing supports it any more at that time: unlikely, spread over metres, or never well founded and not seen again.</summary>
    public bool IsLost(in KinematicState state, DateTimeOffset now, TrackerOptions options)
    {
        var young = !Confirmed || _updates < YoungUpdates;
        return !(ExistenceAt(now, options) >= options.DropExistence)
            || !Gaussian2.IsUsable(state.PP.Covariance, options.MaxDeviation)
            || !double.IsFinite(state.X + state.Y + state.Vx + state.Vy)
            || (young && now - _seen > options.YoungLife);
    }

    public Track Snapshot(in KinematicState state, DateTimeOffset now, TrackerOptions options) => new(
        Id,
        _belief.Best,
        now,
        new Position(state.X, state.Y, _height.Z),
        state.Velocity,
        state.Covariance,
        ExistenceAt(now, options),
        Confirmed,
        _seenBy.Since(now - options.SeenWindow),
        _extent.Size,
        _extent.Yaw);

    /// <summary>What a detection tells beside the position.</summary>
    private void Take(in Measurement seen, DeviceId device, DateTimeOffset time, TrackerOptions options)
    {
        TakeTraits(_belief.Best, options);
        if (seen.Velocity is { } velocity)
            _state = State.UpdateVelocity(velocity, Covariance2.Isotropic(VelocityNoise));
        _height = _height.Take(seen.Z, HeightVariance(seen), time, options.HeightDensity);
        _extent = _extent.Take(seen.Size, seen.Yaw);
        _seenBy.Forget(time - options.SeenWindow - options.MaxDelay);
        _seenBy.Add(new(device, time, seen.Place, seen.Noise));
        _seen = time > _seen ? time : _seen;
        _updates++;
        NoteDeviations();
        Confirmed |= Existence >= options.ConfirmExistence && (_updates >= 2 || seen.Score >= HighScore);
    }

    private void TakeTraits(ObjectClass objectClass, TrackerOptions options)
    {
        _traits = ClassTraits.Of(objectClass);
        _manoeuvreDensity = options.ManoeuvreScale * _traits.ManoeuvreDensity;
    }

    private static double HeightVariance(in Measurement seen) => (seen.Noise.XX + seen.Noise.YY) / 2;

    private void NoteDeviations() =>
        (_positionDeviation, _velocityDeviation) = (Math.Sqrt(Math.Max(State.PP.A, State.PP.D)), Math.Sqrt(Math.Max(State.VV.A, State.VV.D)));

    private static double LogOdds(double probability) => Math.Log(probability / (1 - probability));

    private void SetLogOdds(double logOdds) => Existence = Math.Min(MaxExistence, 1 / (1 + Math.Exp(-logOdds)));
}

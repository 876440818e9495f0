using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>A track as the tracker works on it: its state is as of the last frame that touched it.</summary>
internal sealed partial class LocalTrack
{
    private const double VelocityNoise = 0.5;
    private const double HighScore = 0.95;
    private const int YoungUpdates = 3;

    private readonly SightingLog _seenBy = new();
    private ClassBelief _class;
    private ClassTraits _traits = ClassTraits.Of(ObjectClass.Unknown);
    private double _manoeuvreDensity;
    private HeightEstimate _height;
    private Extent _extent;
    private IMotion _motion = null!;
    private MotionBelief _belief;
    private int _updates;
    private DateTimeOffset _seen;
    private double _positionDeviation;
    private double _velocityDeviation;

    public TrackId Id { get; set; }

    public ref readonly KinematicState State => ref _belief.Mean;

    public DateTimeOffset Time { get; private set; }

    public double Existence { get; private set; }

    public bool Confirmed { get; private set; }

    public ObjectClass Class => _class.Best;

    public double Z => _height.Z;

    /// <summary>Marked to be removed from its set.</summary>
    public bool Dropped { get; private set; }

    /// <summary>When another cell last said that this identity is its own; null where it was minted here.</summary>
    public DateTimeOffset? AffirmedAt { get; set; }

    /// <summary>Begins with a detection that belongs to no track known.</summary>
    public void Begin(TrackId id, in Measurement first, DeviceId device, DateTimeOffset time, TrackerOptions options)
    {
        (Id, AffirmedAt, Time, _seen, Confirmed, Dropped, _updates) = (id, null, time, time, false, false, 0);
        _class = ClassBelief.Of(first.Class);
        BeginMotion(KinematicState.Born(first.Place, first.Noise, options.SpeedScale * ClassTraits.Of(first.Class).VelocityDeviation), options);
        Existence = ExistenceEvidence.Born(first.Score);
        (_height, _extent) = (new(first.Z, HeightVariance(first), time), default);
        _seenBy.Clear();
        Take(first, device, time, options);
    }

    public void Drop() => Dropped = true;

    /// <summary>The state at another time, before or after.</summary>
    public KinematicState At(DateTimeOffset time) => _motion.Predict(ref _belief, (time - Time).TotalSeconds);

    public double ExistenceAt(DateTimeOffset time, TrackerOptions options) =>
        Existence * Math.Exp(-Math.Max(0, (time - Time) / options.SurvivalTime));

    public Sighting? SeenByOthers(DeviceId device, DateTimeOffset since) => _seenBy.NewestOfOthers(device, since);

    public double ClassRatio(ObjectClass seen) => _class.LikelihoodRatio(seen);

    /// <summary>How far the mean may be from where it is foretold, for a cheap look before the exact one: a bound of one standard deviation, in metres.</summary>
    public double DeviationAt(double dt) =>
        _positionDeviation + (Math.Abs(dt) * (_velocityDeviation + Math.Sqrt(_manoeuvreDensity * Math.Abs(dt))));

    /// <summary>Takes the detection that belongs to the track.</summary>
    /// <param name="place">Where the detection, or all that may be the track's, lie.</param>
    public void Update<TPlace>(
        in NearTrack foretold, in Measurement seen, in TPlace place, DeviceId device, DateTimeOffset time, TrackerOptions options)
        where TPlace : struct, IStateMeasurement, allows ref struct
    {
        var lag = (Time - time).TotalSeconds;
        if (lag > 0)
        {
            // A track can be ahead that was taken over from another cell, or where the frame is taken late.
            _motion.Take(ref _belief, new MeasuredLatePlace(seen.Place, seen.Noise, lag, _manoeuvreDensity));
        }
        else
        {
            Advance(foretold, time);
            _motion.Take(ref _belief, place);
        }

        _class.Update(seen.Class);
        Existence = ExistenceEvidence.Detected(Existence, seen.Score, options.RepeatEvidence);
        Take(seen, device, time, options);
    }

    /// <summary>A sensor looked where the track is and did not see it.</summary>
    public void Miss(in NearTrack foretold, double detectionProbability, DateTimeOffset time)
    {
        if (time > Time)
            Advance(foretold, time);
        Existence = ExistenceEvidence.Missed(Existence, detectionProbability);
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
        _class.Best,
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
        TakeTraits(_class.Best, options);
        if (seen.Velocity is { } velocity)
            _motion.Take(ref _belief, new MeasuredVelocity(velocity, Covariance2.Isotropic(VelocityNoise)));
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
        var motion = options.MotionOf(objectClass);
        if (motion != _motion)
            BeginMotion(State, options);
    }

    private void BeginMotion(KinematicState state, TrackerOptions options)
    {
        _motion = options.MotionOf(_class.Best);
        _motion.Begin(ref _belief, state);
    }

    private void Advance(in NearTrack foretold, DateTimeOffset time)
    {
        _motion.Advance(ref _belief, foretold.Predicted, (time - Time).TotalSeconds);
        (Existence, Time) = (foretold.Existence, time);
    }

    private static double HeightVariance(in Measurement seen) => (seen.Noise.XX + seen.Noise.YY) / 2;

    private void NoteDeviations() =>
        (_positionDeviation, _velocityDeviation) = (Math.Sqrt(Math.Max(State.PP.A, State.PP.D)), Math.Sqrt(Math.Max(State.VV.A, State.VV.D)));
}

using Swarm.Domain;

namespace Swarm.Perception;

internal sealed partial class LocalTrack
{
    /// <summary>Begins with what another cell knows.</summary>
    public void Begin(Track track, TrackerOptions options)
    {
        (Id, AffirmedAt, Time, _seen, Confirmed, Dropped) = (track.Id, track.Time, track.Time, track.Time, track.Confirmed, false);
        _class = ClassBelief.Of(track.Class);
        BeginMotion(KinematicState.From(track.Position.Plane, track.Velocity, track.Covariance), options);
        Existence = Math.Min(track.Existence, ExistenceEvidence.Most);
        TakeTraits(track.Class, options);
        (_height, _extent) = (new(track.Position.Z, State.PP.Covariance.XX, track.Time), new(track.Size, track.Yaw));
        _updates = track.Confirmed ? YoungUpdates : 1;
        _seenBy.Clear();
        foreach (var device in track.SeenBy)
            _seenBy.Add(new(device, track.Time, null, default));
        NoteDeviations();
    }

    public void CopyFrom(LocalTrack other)
    {
        Dropped = other.Dropped;
        _motion = other._motion;
        _belief.CopyFrom(other._belief);
        (Id, Time, Existence, Confirmed, AffirmedAt) = (other.Id, other.Time, other.Existence, other.Confirmed, other.AffirmedAt);
        (_class, _traits, _manoeuvreDensity, _height, _extent, _updates, _seen) =
            (other._class, other._traits, other._manoeuvreDensity, other._height, other._extent, other._updates, other._seen);
        (_positionDeviation, _velocityDeviation) = (other._positionDeviation, other._velocityDeviation);
        _seenBy.CopyFrom(other._seenBy);
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
        {
            (_motion, Time) = (other._motion, other.Time);
            _belief.CopyFrom(other._belief);
        }

        Existence = Math.Max(Existence, other.Existence);
        Confirmed |= other.Confirmed;
        _updates = Math.Max(_updates, other._updates);
        _extent = _extent.Or(other._extent);
        _seen = other._seen > _seen ? other._seen : _seen;
        _seenBy.AddAll(other._seenBy, other.Time);
        NoteDeviations();
    }

    /// <summary>Whether one frame holds a detection of this and one of that.</summary>
    public bool WasSeenWith(LocalTrack other) => _seenBy.SharesAny(other._seenBy);

    public static bool AreCompatible(LocalTrack a, LocalTrack b) =>
        a.Class == ObjectClass.Unknown || b.Class == ObjectClass.Unknown || a._traits.Living == b._traits.Living;
}

using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Finds what a device is on course to conflict with.</summary>
public sealed class HazardAssessment(HazardOptions options)
{
    private IReadOnlyCollection<Track>? _tracks;
    private DateTimeOffset _tracksAt;
    private (Track Track, Party Party)[] _parties = [];
    private IReadOnlyCollection<DeviceMotion>? _devices;
    private DateTimeOffset _devicesAt;
    private (DeviceId Device, Party Party, IReadOnlyList<DeviceId> Witnesses)[] _machines = [];

    /// <summary>
    /// The conflicts of <paramref name="device"/> with confirmed tracks and with other devices, the soonest first. A device that stands is also told
    /// of people and animals whom it would meet were it to start now. The same collections with the
    /// same <paramref name="now"/> are read once, however many devices are assessed with them.
    /// </summary>
    /// <param name="whoSees">Who has seen another device lately, as <see cref="Tracker.WhoSees"/> tells; without it each only speaks for itself.</param>
    public IReadOnlyList<Hazard> Assess(
        DeviceMotion device,
        IReadOnlyCollection<Track> tracks,
        IReadOnlyCollection<DeviceMotion> devices,
        DateTimeOffset now,
        Func<DeviceId, IReadOnlyList<DeviceId>>? whoSees = null)
    {
        if (Party.Of(device, now) is not { } self)
            return [];

        var hazards = new List<Hazard>();
        var starting = MayStart(device, self) ? self.Starting(options.StartSpeed) : null;
        foreach (var (track, party) in Parties(tracks, now))
        {
            if (starting is not null && party.Traits.Living)
                AddConflict(hazards, device.Device, starting, party, track.Id, null, track.SeenBy, options.StartTimeGap, options.StartHorizon);
            else
                AddConflict(hazards, device.Device, self, party, track.Id, null, track.SeenBy, options.TimeGap, options.Horizon);
        }

        foreach (var (other, party, witnesses) in Machines(devices, now, whoSees))
        {
            if (other != device.Device)
                AddConflict(hazards, device.Device, self, party, null, other, witnesses, options.TimeGap, options.Horizon);
        }

        hazards.Sort((a, b) => a.TimeToCollision.CompareTo(b.TimeToCollision));
        return hazards;
    }

    /// <summary>
    /// Confirmed tracks near the device that others have seen lately and it has not. One that nobody has seen lately is left out: it is a
    /// memory, often of what the device saw itself, and no witness stands for it.
    /// </summary>
    /// <param name="radius">What is near, in metres; or as far as the device's own sensors reach, where that is farther.</param>
    public static IReadOnlyList<Track> Unseen(DeviceMotion device, IReadOnlyList<Track> tracks, double radius)
    {
        var reach = radius;
        foreach (var sensor in device.Sensors)
            reach = Math.Max(reach, sensor.FieldOfView.MaxRange);

        List<Track>? unseen = null;
        foreach (var track in tracks)
        {
            if (track.Confirmed
                && track.Position.Plane.DistanceTo(device.Pose.Plane) <= reach
                && track.SeenBy.Count > 0
                && !track.SeenBy.Contains(device.Device))
                (unseen ??= []).Add(track);
        }

        return unseen ?? (IReadOnlyList<Track>)[];
    }

    /// <summary>The confirmed tracks as of now, made once for all devices that are looked at in one tick.</summary>
    private (Track Track, Party Party)[] Parties(IReadOnlyCollection<Track> tracks, DateTimeOffset now)
    {
        if (!ReferenceEquals(tracks, _tracks) || now != _tracksAt)
        {
            (_tracks, _tracksAt) = (tracks, now);
            _parties = [.. tracks.Where(track => track.Confirmed)
                .Select(track => (track, Party.Of(track, now)!))
                .Where(entry => entry.Item2 is not null)];
        }

        return _parties;
    }

    /// <summary>The devices as of now and who stands for each, likewise.</summary>
    private (DeviceId Device, Party Party, IReadOnlyList<DeviceId> Witnesses)[] Machines(
        IReadOnlyCollection<DeviceMotion> devices, DateTimeOffset now, Func<DeviceId, IReadOnlyList<DeviceId>>? whoSees)
    {
        if (!ReferenceEquals(devices, _devices) || now != _devicesAt)
        {
            (_devices, _devicesAt) = (devices, now);
            _machines = [.. devices
                .Select(motion => (motion.Device, Party.Of(motion, now)!, Witnesses(motion.Device, whoSees)))
                .Where(entry => entry.Item2 is not null)];
        }

        return _machines;
    }

    /// <param name="latest">In seconds: a conflict that comes later is none yet. At most the horizon.</param>
    private void AddConflict(
        List<Hazard> hazards,
        DeviceId device,
        Party self,
        Party other,
        TrackId? track,
        DeviceId? otherDevice,
        IReadOnlyList<DeviceId> seenBy,
        double timeGap,
        double latest)
    {
        if (!MayConflict(self, other) || !new Encounter(self, other, options.Horizon, timeGap).IsConceivable())
            return;

        // A track that hardly moves does not say which way it lies: taken to lie as the device does.
        var encounter = new Encounter(self, double.IsNaN(other.Yaw) ? other.Facing(self.Yaw) : other, options.Horizon, timeGap);
        var probability = encounter.Probability(options.MinimumProbability);
        if (probability < options.MinimumProbability)
            return;

        var (time, distance) = encounter.Closest();
        if (time > latest)
            return;

        hazards.Add(new Hazard(
            track,
            otherDevice,
            other.Class,
            new Position(other.State.X, other.State.Y, other.Z),
            other.State.Velocity,
            other.State.PP.Covariance,
            time,
            distance,
            probability,
            seenBy,
            seenBy.Contains(device)));
    }

    /// <summary>
    /// One above the other is no conflict. A device that stands, and is not taken to start, is on nobody's course but that of a machine which
    /// surely moves: people and animals go around it, and what stands beside it stays there.
    /// </summary>
    private static bool MayConflict(Party self, Party other) =>
        Math.Abs(self.Z - other.Z) <= self.Height + other.Height && (!self.Stands || (!other.Traits.Living && SurelyMoves(other)));

    /// <summary>Cameras stay where they are.</summary>
    private bool MayStart(DeviceMotion device, Party self) => self.Stands && device.Kind != DeviceKind.Camera && options.StartSpeed > 0;

    private static bool SurelyMoves(Party party) =>
        party.Speed > 0.5 && party.Speed * party.Speed > 9 * Math.Max(party.State.VV.A, party.State.VV.D);

    /// <summary>A device that says where it is counts as a witness of itself.</summary>
    private static IReadOnlyList<DeviceId> Witnesses(DeviceId device, Func<DeviceId, IReadOnlyList<DeviceId>>? whoSees)
    {
        var others = whoSees?.Invoke(device) ?? [];
        return others.Count == 0 ? [device] : [.. others.Append(device).OrderBy(witness => witness.Value, StringComparer.Ordinal)];
    }
}

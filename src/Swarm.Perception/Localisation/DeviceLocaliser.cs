using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>
/// Where one device is, from its odometry, from landmarks and from sightings between devices. Each device has its own and needs no
/// other's memory: what another tells is fused by split covariance intersection, so that nothing is counted twice whichever way it went
/// round. A sighting may come late, within <see cref="LocaliserOptions.Lag"/>. A device whose place is not known, or no longer believed,
/// collects sightings until it is. Not thread-safe; nothing is allocated once it runs.
/// </summary>
public sealed class DeviceLocaliser(DeviceId device, LocaliserOptions options)
{
    private readonly LocaliserHistory _history = new(options);
    private readonly PoseInitialiser _initialiser = new();
    private readonly DisbeliefCount _disbelief = new(options.LostAfter);
    private readonly Dictionary<(string Subject, LocaliserStepKind Kind), DateTimeOffset> _used = [];
    private bool _running;

    public DeviceId Device { get; } = device;

    /// <summary>Whether it is known where the device is.</summary>
    public bool IsLocated { get; private set; }

    /// <summary>As of the newest thing it was told; null where it is not known.</summary>
    public PoseEstimate? Estimate => IsLocated ? _history.Newest.Estimate : null;

    /// <summary>Says where the device is, with an error that is independent of all others'.</summary>
    /// <exception cref="ArgumentException">The covariance is not positive definite.</exception>
    public void Locate(DateTimeOffset time, Pose pose, PoseCovariance covariance)
    {
        if (!Matrices.TryFactor(covariance.ToMatrix(), out _))
            throw new ArgumentException($"{Device} cannot be located with {covariance}: it is not positive definite", nameof(covariance));
        Begin(new(time, pose, covariance, default), true);
    }

    /// <summary>The estimate at a time within the lag or later, or null where it is not known.</summary>
    public PoseEstimate? At(DateTimeOffset time) => IsLocated && _history.Reaches(time) ? _history.At(time).Estimate : null;

    /// <summary>Takes what the odometry says. False where it is no number, or older than the localiser remembers.</summary>
    public bool Move(Odometry motion)
    {
        if (!double.IsFinite(motion.Speed) || !double.IsFinite(motion.YawRate))
            return false;
        if (!_running)
            Begin(new PoseEstimate(motion.Time, default, default, default), false);
        if (!_history.Reaches(motion.Time))
            return false;

        _history.Insert(new(LocaliserStepKind.Motion, motion.Time, motion));
        return true;
    }

    /// <summary>Takes a landmark that the device saw.</summary>
    public SightingOutcome See(in LandmarkSighting sighting)
    {
        var (landmark, p) = (sighting.Landmark, sighting.Landmark.Covariance);
        return Take(landmark.Id, new(
            LocaliserStepKind.Saw,
            sighting.Time,
            Seen: sighting.Seen,
            Other: new Pose(landmark.Position.X, landmark.Position.Y, 0),
            OtherCovariance: new(p.XX, p.XY, 0, p.YY, 0, 0)));
    }

    /// <summary>
    /// Takes a sighting between this device and another, whichever of the two saw. Not both may take it (<see cref="SightingExchange"/>).
    /// </summary>
    /// <param name="other">What the other gave out with <see cref="Share"/> for the time of the sighting.</param>
    public SightingOutcome Fuse(in DeviceSighting sighting, in SharedPose other)
    {
        if (PartIn(sighting) is not { } part || part.Other != other.Device || other.Time != sighting.Time)
            return SightingOutcome.Invalid;

        return Take(other.Device.Value, new(
            part.Kind,
            sighting.Time,
            Seen: sighting.Seen,
            Other: other.Pose,
            OtherCovariance: other.Covariance,
            OtherIsDevice: true));
    }

    /// <summary>Whether a sighting would tell this device anything, before the other is asked to share for it.</summary>
    public bool Wants(in DeviceSighting sighting) =>
        PartIn(sighting) is { } part && sighting.Seen.IsUsable && _running && _history.ReachesSoon(sighting.Time)
        && !IsRepeated((part.Other.Value, part.Kind), sighting.Time);

    /// <summary>
    /// Gives out the estimate of a time for another to fuse; null where it is not known. From then on all of its error counts as one that
    /// others may have, so share only what will be used.
    /// </summary>
    public SharedPose? Share(DateTimeOffset time)
    {
        if (!IsLocated || !_history.ReachesSoon(time))
            return null;
        var told = _history.Insert(new(LocaliserStepKind.Share, time)).After.Estimate;
        return new(Device, time, told.Pose, told.Covariance);
    }

    private SightingOutcome Take(string subject, in LocaliserStep step)
    {
        if (!step.Seen.IsUsable)
            return SightingOutcome.Invalid;
        if (!_running || !_history.ReachesSoon(step.Time))
            return SightingOutcome.OutOfTime;
        if (IsRepeated((subject, step.Kind), step.Time))
            return SightingOutcome.Repeated;

        var outcome = IsLocated ? _history.Insert(step).Outcome : Collect(step);
        if (outcome is SightingOutcome.Fused or SightingOutcome.Collected)
            _used[(subject, step.Kind)] = step.Time;
        if (_disbelief.IsLost(subject, outcome))
            Begin(_history.Newest.Estimate with { Independent = default, Correlated = default }, false);
        return outcome;
    }

    /// <summary>Where the device is in its odometry's frame, until it is known where that is.</summary>
    private SightingOutcome Collect(in LocaliserStep step)
    {
        var local = _history.At(step.Time).Estimate;
        var (seen, saw) = (step.Seen, step.Kind == LocaliserStepKind.Saw);
        var (sin, cos) = Math.SinCos(seen.Bearing);
        var offset = new Point2(seen.Range * cos, seen.Range * sin);
        var (p, lever) = (step.OtherCovariance, saw ? 0 : seen.Range);
        _initialiser.Add(new(
            saw ? local.Pose.Transform(offset) : local.Pose.Plane,
            saw ? step.Other.Plane : step.Other.Transform(offset),
            Square(seen.RangeDeviation) + Square(seen.Range * seen.BearingDeviation) + p.XX + p.YY + (lever * lever * p.YawYaw),
            local.Covariance));

        var now = _history.Newest;
        if (_initialiser.TryAlign(now.Estimate, out var pose, out var covariance))
            Begin(new(now.Estimate.Time, pose, default, covariance), true, now.Motion);
        return SightingOutcome.Collected;
    }

    private void Begin(PoseEstimate estimate, bool located, Odometry? motion = null)
    {
        _history.Reset(new(estimate, motion ?? (_running ? _history.Newest.Motion : new(estimate.Time, 0, 0))));
        _initialiser.Clear();
        _disbelief.Clear();
        (IsLocated, _running) = (located, true);
    }

    private bool IsRepeated((string Subject, LocaliserStepKind Kind) key, DateTimeOffset time) =>
        _used.TryGetValue(key, out var last) && (time - last).Duration() < options.SightingInterval;

    /// <summary>The other device of a sighting and what this one did in it; null where it has no part in it.</summary>
    private (DeviceId Other, LocaliserStepKind Kind)? PartIn(in DeviceSighting sighting) =>
        sighting.Observer == sighting.Observed ? null
        : sighting.Observer == Device ? (sighting.Observed, LocaliserStepKind.Saw)
        : sighting.Observed == Device ? (sighting.Observer, LocaliserStepKind.WasSeen)
        : null;

    private static double Square(double value) => value * value;
}

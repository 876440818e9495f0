using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Settings of a <see cref="Tracker"/>.</summary>
public sealed record TrackerOptions
{
    private MotionTable? _motionTable;

    /// <summary>How the bodies of each class move; constant velocity where it says nothing.</summary>
    public IReadOnlyDictionary<ObjectClass, MotionKind> Motions { get; init; } = new Dictionary<ObjectClass, MotionKind>();

    /// <summary>How detections are taken into the tracks that they may belong to.</summary>
    public AssociationKind Association { get; init; } = AssociationKind.Nearest;

    /// <summary>How likely the detection of a tracked object falls within its gate, 0 to 1 exclusive.</summary>
    public double GateProbability { get; init; } = 0.997;

    /// <summary>How likely an object is detected by a sensor that does not say so with its region, 0 to 1 exclusive.</summary>
    public double DetectionProbability { get; init; } = 0.9;

    /// <summary>False detections and objects new to the site per square metre and frame.</summary>
    public double ClutterDensity { get; init; } = 1e-3;

    /// <summary>
    /// What a detection says for its track whatever its score, in log odds: what is false seldom comes twice in one place. Less where scores are
    /// probabilities already.
    /// </summary>
    public double RepeatEvidence { get; init; } = 1.9;

    /// <summary>False bearings, and bearings of objects that no track is of, per radian and frame.</summary>
    public double BearingClutterDensity { get; init; } = 0.3;

    /// <summary>False ranges, and ranges of objects that no track is of, per metre and frame.</summary>
    public double RangeClutterDensity { get; init; } = 0.05;

    /// <summary>
    /// What one bearing or range says for the existence of its track, in log odds: little, as something else may lie in that direction, and
    /// they come many a second from one view.
    /// </summary>
    public double LineEvidence { get; init; } = 0.1;

    /// <summary>Existence probability at which a track counts as sure.</summary>
    public double ConfirmExistence { get; init; } = 0.9;

    /// <summary>Existence probability under which a track is dropped.</summary>
    public double DropExistence { get; init; } = 0.1;

    /// <summary>Mean time that an object which nobody looks at stays where its track foretells it.</summary>
    public TimeSpan SurvivalTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a track that few detections support is kept without another: some frames of the slowest sensor.</summary>
    public TimeSpan YoungLife { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Standard deviation of a position, in metres, over which a track says too little to be kept.</summary>
    public double MaxDeviation { get; init; } = 5;

    /// <summary>How much older than the newest observation another may be.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>How far ahead of the present an observation may be: a device's clock is only so good.</summary>
    public TimeSpan MaxLead { get; init; } = TimeSpan.FromSeconds(0.25);

    /// <summary>How lately a device must have seen a track to be among those that see it.</summary>
    public TimeSpan SeenWindow { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Standard deviation of a device's clock, in seconds; 0 where the frame of the site itself moves, as speeds in it say nothing of clocks then.
    /// </summary>
    public double ClockDeviation { get; init; } = 0.03;

    /// <summary>Lay the devices' pictures on one another by the objects that several of them see.</summary>
    public bool Register { get; init; } = true;

    /// <summary>
    /// How much more than on firm ground velocities wander (the factor of their spectral density): above 1 where the frame of the site itself
    /// moves, as its turns and its braking are then everybody's.
    /// </summary>
    public double ManoeuvreScale { get; init; } = 1;

    /// <summary>How much faster than on firm ground a body just seen may be, above 1 where the frame of the site itself moves.</summary>
    public double SpeedScale { get; init; } = 1;

    /// <summary>How much an object's height wanders, m²/s: little on level ground.</summary>
    public double HeightDensity { get; init; } = 0.1;

    /// <summary>Standard deviation of the height that a sensor reports of an object, in metres.</summary>
    public double HeightDeviation { get; init; } = 0.2;

    internal IMotion MotionOf(ObjectClass objectClass)
    {
        // A copy with other settings has brought the table of the original along.
        if (_motionTable is null || !ReferenceEquals(_motionTable.Options, this))
            _motionTable = new(this);
        return _motionTable[objectClass];
    }
}

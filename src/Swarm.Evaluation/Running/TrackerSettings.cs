using Swarm.Domain;
using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>How the tracker is run on a data set, and when its tracks are shown.</summary>
/// <param name="Options">Of the tracker.</param>
/// <param name="CoastExistence">A track that nobody sees in a frame is shown nevertheless while its existence is at least so likely.</param>
/// <param name="Calibration">Makes of existence the score of a track; without it existence is the score.</param>
public sealed record TrackerSettings(TrackerOptions Options, double CoastExistence, ExistenceCalibration? Calibration = null)
{
    /// <summary>The same with every class taken to move like that.</summary>
    public TrackerSettings With(MotionKind motion) =>
        this with { Options = Options with { Motions = Enum.GetValues<ObjectClass>().ToDictionary(each => each, _ => motion) } };

    public TrackerSettings With(AssociationKind association) => this with { Options = Options with { Association = association } };

    public Tracker Create() => new(Options, "track");
}

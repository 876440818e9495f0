namespace Swarm.Perception;

/// <summary>How the detections of a frame are taken into the tracks near them.</summary>
public enum AssociationKind
{
    /// <summary>Each track takes the one that the best assignment of all gives it: global nearest neighbour.</summary>
    Nearest,

    /// <summary>
    /// A track's state takes all that it may be, each by the probability over all assignments: joint probabilistic data association. Existence, class,
    /// size and name still go by the best assignment.
    /// </summary>
    Joint,
}

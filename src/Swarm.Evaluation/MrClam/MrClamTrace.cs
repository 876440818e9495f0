using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>What came of one way to localise.</summary>
/// <param name="Errors">Of each robot, wherever both it and the motion capture knew where it is.</param>
/// <param name="Comparisons">Of each robot, how often the motion capture knew.</param>
/// <param name="Outcomes">How often sightings met each.</param>
internal sealed record MrClamTrace(
    MrClamMethod Method,
    IReadOnlyList<IReadOnlyList<PoseError>> Errors,
    IReadOnlyList<int> Comparisons,
    IReadOnlyDictionary<SightingOutcome, int> Outcomes);

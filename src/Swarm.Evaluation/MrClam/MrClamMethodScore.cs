using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>How well one way to localise did.</summary>
/// <param name="Outcomes">What became of the sightings that were taken.</param>
public sealed record MrClamMethodScore(
    MrClamMethod Method,
    IReadOnlyList<MrClamRobotScore> Robots,
    MrClamTeamScore Team,
    IReadOnlyDictionary<SightingOutcome, int> Outcomes);

namespace Swarm.Evaluation;

/// <summary>How well one robot knew where it was.</summary>
/// <param name="Located">The part of the comparisons at which it knew where it was at all; the rest counts these alone.</param>
/// <param name="PositionRmse">Metres, in the frame of the map: nothing is aligned.</param>
/// <param name="YawRmse">Radians.</param>
/// <param name="Nees">Over (x, y, yaw).</param>
/// <param name="PositionNees">Over (x, y).</param>
public sealed record MrClamRobotScore(
    int Subject, bool KnowsMap, double Located, double PositionRmse, double YawRmse, NeesAverage Nees, NeesAverage PositionNees);

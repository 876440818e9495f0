namespace Swarm.Evaluation;

/// <summary>How well all robots together knew where they were, each comparison counting the same.</summary>
/// <param name="TimeInside">
/// The part of the instants at which the average over the robots, of 3 degrees of freedom each, is inside the 95 % band of that instant.
/// </param>
/// <param name="TimeNotAbove">The part of the instants at which it is not above that band.</param>
/// <inheritdoc cref="MrClamRobotScore"/>
public sealed record MrClamTeamScore(
    double Located, double PositionRmse, double YawRmse, NeesAverage Nees, NeesAverage PositionNees, double TimeInside, double TimeNotAbove);

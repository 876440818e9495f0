namespace Swarm.Evaluation;

/// <summary>What one robot recorded, in the order of time, and where the motion capture had it.</summary>
/// <param name="Subject">1 to 5.</param>
public sealed record MrClamRobot(
    int Subject, MotionCapture Truth, IReadOnlyList<MrClamOdometry> Odometry, IReadOnlyList<MrClamSighting> Sightings);

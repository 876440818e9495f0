namespace Swarm.Evaluation;

/// <summary>In the order in which events of one time are played.</summary>
internal enum MrClamEventKind
{
    Odometry,
    Sighting,
    Comparison,
}

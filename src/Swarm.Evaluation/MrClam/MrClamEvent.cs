namespace Swarm.Evaluation;

/// <summary>Something of the recording in the order in which it is played.</summary>
/// <param name="Robot">Its index in the recording.</param>
/// <param name="Index">In the robot's odometry or sightings.</param>
internal readonly record struct MrClamEvent(double Time, MrClamEventKind Kind, int Robot, int Index);

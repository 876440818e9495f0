using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>
/// The pose that a device tells another for fusion, in the site frame. Only what <see cref="DeviceLocaliser.Share"/> gave out may be
/// fused: the sender has to know that its error is no longer its own.
/// </summary>
/// <param name="Time">When the pose was so: that of the sighting it is fused with.</param>
public readonly record struct SharedPose(DeviceId Device, DateTimeOffset Time, Pose Pose, PoseCovariance Covariance);

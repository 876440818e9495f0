using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>How a track was when it was last sent.</summary>
/// <param name="At">When that was, site time.</param>
internal readonly record struct SentTrack(DateTimeOffset At, Point2 Position, Velocity Velocity);

using Swarm.Domain;

namespace Swarm.Vision;

/// <summary>A point on the ground in the body frame, with the covariance of its error.</summary>
public readonly record struct GroundPoint(Point2 Position, Covariance2 Covariance);

using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>A landmark of the map that devices share, in the site frame. Its error is common to all who use it.</summary>
public sealed record Landmark(string Id, Point2 Position, Covariance2 Covariance);

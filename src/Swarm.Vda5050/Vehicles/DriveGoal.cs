namespace Swarm.Vda5050;

/// <summary>Where to drive now, and by which edge.</summary>
public sealed record DriveGoal(Node Node, Edge Edge);

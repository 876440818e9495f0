namespace Swarm.Perception;

/// <summary>Settings of a <see cref="Tracker"/>.</summary>
public sealed class TrackerOptions;

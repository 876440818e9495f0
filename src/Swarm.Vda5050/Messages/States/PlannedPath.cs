namespace Swarm.Vda5050;

/// <summary>The way that a freely navigating vehicle has planned (3.0: 6.8).</summary>
public sealed record PlannedPath
{
    public required Trajectory Trajectory { get; init; }

    /// <summary>Node ids on it.</summary>
    public IReadOnlyList<string>? TraversedNodes { get; init; }
}

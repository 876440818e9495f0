namespace Swarm.Cli;

/// <summary>A courier's recorded way: two fixes or more, in the order of their times.</summary>
internal sealed record CourierTrace(string Name, IReadOnlyList<CourierFix> Fixes);

namespace Swarm.Cli;

/// <summary>Asks a site for a rollout.</summary>
internal sealed record FleetRollout(string Version, IReadOnlyList<string>? Devices);

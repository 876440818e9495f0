namespace Swarm.Cli;

/// <summary>A version that a site keeps.</summary>
internal sealed record FleetVersion(string Version, string Sha256, long Size, string Key, DateTimeOffset AddedAt);

namespace Swarm.Vda5050;

/// <summary>The version of a part.</summary>
public sealed record VersionInfo
{
    public required string Key { get; init; }

    public required string Value { get; init; }
}

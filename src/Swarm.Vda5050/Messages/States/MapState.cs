namespace Swarm.Vda5050;

/// <summary>A map that the vehicle has.</summary>
public sealed record MapState
{
    public required string MapId { get; init; }

    public required string MapVersion { get; init; }

    /// <summary>At most one version of a map is enabled.</summary>
    public required EnabledStatus MapStatus { get; init; }

    public string? MapDescriptor { get; init; }
}

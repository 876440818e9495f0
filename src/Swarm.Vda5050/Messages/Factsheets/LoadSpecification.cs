namespace Swarm.Vda5050;

/// <summary>What the vehicle can carry.</summary>
public sealed record LoadSpecification
{
    /// <summary>None or null: it has no load handling device.</summary>
    public IReadOnlyList<string>? LoadPositions { get; init; }

    public IReadOnlyList<LoadSet>? LoadSets { get; init; }
}

namespace Swarm.Vda5050;

/// <summary>A remark for people.</summary>
public sealed record Information
{
    public required string InfoType { get; init; }

    public IReadOnlyList<Reference>? InfoReferences { get; init; }

    public string? InfoDescriptor { get; init; }

    public required InfoLevel InfoLevel { get; init; }
}

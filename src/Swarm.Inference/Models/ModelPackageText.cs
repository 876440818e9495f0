namespace Swarm.Inference;

/// <summary>A package as JSON has it: any field may be missing.</summary>
internal sealed class ModelPackageText
{
    public string? Name { get; init; }

    public string? Version { get; init; }

    public long? Size { get; init; }

    public string? Sha256 { get; init; }

    public string? Key { get; init; }

    public string? Signature { get; init; }

    public string? Content { get; init; }
}

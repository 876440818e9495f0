namespace Swarm.Grains.Edge;

[GenerateSerializer, Immutable, Alias("swarm.grains.StoredPackage")]
internal sealed record StoredPackage
{
    [Id(0)]
    public byte[]? Bytes { get; init; }
}

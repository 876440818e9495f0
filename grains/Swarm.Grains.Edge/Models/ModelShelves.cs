namespace Swarm.Grains.Edge;

/// <summary>What is stored of the models of a site, but for their packages.</summary>
[GenerateSerializer, Immutable, Alias("swarm.grains.ModelShelves")]
internal sealed record ModelShelves
{
    [Id(0)]
    public IReadOnlyList<ModelShelf> Shelves { get; init; } = [];
}

namespace Swarm.Grains;

/// <summary>What came of something asked of the models of a site.</summary>
/// <param name="Shelf">The model as it is now; null where it was refused.</param>
/// <param name="Refused">By the names of <c>docs/inference-models.md</c>, or <c>unknown-model</c>, <c>unknown-version</c>, <c>version-taken</c>, <c>nothing-before</c>; null where it was done.</param>
/// <param name="Detail">For people.</param>
[GenerateSerializer, Immutable, Alias("swarm.ModelAnswer")]
public sealed record ModelAnswer([property: Id(0)] ModelShelf? Shelf, [property: Id(1)] string? Refused = null, [property: Id(2)] string? Detail = null);

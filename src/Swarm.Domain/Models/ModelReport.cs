namespace Swarm.Domain;

/// <summary>Which version of a model a device runs, and what became of the one that it was to run.</summary>
/// <param name="Version">Whose answers count.</param>
/// <param name="Candidate">The version that answers in shadow.</param>
/// <param name="Refused">The version that was refused last.</param>
/// <param name="Reason">Why, by the names of <c>docs/inference-models.md</c>; there with <paramref name="Refused"/>.</param>
/// <param name="Differed">Of the ticks in shadow that brought <paramref name="Version"/> to where it is, the share with another verdict, 0 to 1.</param>
[GenerateSerializer, Immutable, Alias("swarm.ModelReport")]
public sealed record ModelReport(
    [property: Id(0)] string Version,
    [property: Id(1)] string? Candidate = null,
    [property: Id(2)] string? Refused = null,
    [property: Id(3)] string? Reason = null,
    [property: Id(4)] double? Differed = null);

namespace Swarm.Domain;

/// <summary>Where what a camera saw was found, and how.</summary>
/// <param name="Tier">Whose answer it is.</param>
/// <param name="Model">Name, size and version of the model.</param>
/// <param name="Latency">Seconds from the picture to the answer.</param>
/// <param name="Reason">Why this tier, for people.</param>
/// <param name="Joules">What the device has spent on it, where it knows.</param>
[GenerateSerializer, Immutable, Alias("swarm.InferenceReport")]
public sealed record InferenceReport(
    [property: Id(0)] TierKind Tier,
    [property: Id(1)] string Model,
    [property: Id(2)] double Latency,
    [property: Id(3)] string? Reason = null,
    [property: Id(4)] double? Joules = null);

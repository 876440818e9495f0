namespace Swarm.Grains;

/// <summary>A version of a model that the site keeps.</summary>
/// <param name="Size">Of the content, bytes.</param>
/// <param name="Key">Of who signed it.</param>
/// <param name="AddedAt">Site time.</param>
[GenerateSerializer, Immutable, Alias("swarm.ModelEntry")]
public sealed record ModelEntry(
    [property: Id(0)] string Version,
    [property: Id(1)] string Sha256,
    [property: Id(2)] long Size,
    [property: Id(3)] string Key,
    [property: Id(4)] DateTimeOffset AddedAt);

namespace Swarm.Domain;

/// <summary>An object in a picture. The box is in parts of the picture's width and height, from its upper left corner.</summary>
/// <param name="Score">The detector's confidence, 0 to 1.</param>
[GenerateSerializer, Immutable, Alias("swarm.ImageObject")]
public sealed record ImageObject(
    [property: Id(0)] ObjectClass Class,
    [property: Id(1)] double Score,
    [property: Id(2)] double Left,
    [property: Id(3)] double Top,
    [property: Id(4)] double Right,
    [property: Id(5)] double Bottom);

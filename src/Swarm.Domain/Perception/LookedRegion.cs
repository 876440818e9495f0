namespace Swarm.Domain;

/// <summary>
/// The region that a sensor had in clear view: where it reports no object, there was none, as far as its detection
/// probability goes. Without a region, absence is never evidence.
/// </summary>
/// <param name="Polygon">A simple polygon, 3 to 128 corners, in the frame of the message that carries it.</param>
/// <param name="DetectionProbability">Of an object inside the region, 0 to 1 exclusive.</param>
[GenerateSerializer, Immutable, Alias("swarm.LookedRegion")]
public sealed record LookedRegion([property: Id(0)] IReadOnlyList<Point2> Polygon, [property: Id(1)] double DetectionProbability);

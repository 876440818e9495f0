namespace Swarm.Domain;

/// <summary>One piece of a site's geometry.</summary>
/// <param name="Polygon">A simple polygon of 3 or more corners in the site frame, metres, not closed by a repeated corner.</param>
[GenerateSerializer, Immutable, Alias("swarm.MapFeature")]
public sealed record MapFeature([property: Id(0)] MapFeatureKind Kind, [property: Id(1)] IReadOnlyList<Point2> Polygon);

namespace Swarm.Domain;

/// <summary>The fixed geometry of a site, for drawing it and for simulating what occludes: features from the ground up.</summary>
[GenerateSerializer, Immutable, Alias("swarm.SiteMap")]
public sealed record SiteMap([property: Id(0)] IReadOnlyList<MapFeature> Features);

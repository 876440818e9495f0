namespace Swarm.Domain;

/// <summary>Retained at <c>swarm/v1/{site}/_site/info</c>: the frame that every message of the site is in.</summary>
/// <param name="Origin">Of the site frame (x east, y north, z up).</param>
/// <param name="CellSize">Side of a perception cell in metres; 0 where the site is one cell.</param>
[GenerateSerializer, Immutable, Alias("swarm.SiteInfo")]
public sealed record SiteInfo(
    [property: Id(0)] SiteId Site,
    [property: Id(1)] GeoPoint Origin,
    [property: Id(2)] double CellSize,
    [property: Id(3)] int ProtocolVersion = 1);

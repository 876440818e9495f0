using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>A point on WGS 84: degrees, and metres above the ellipsoid.</summary>
[GenerateSerializer, Immutable, Alias("swarm.GeoPoint")]
[method: JsonConstructor]
public readonly record struct GeoPoint(
    [property: Id(0)] double LatitudeDegrees,
    [property: Id(1)] double LongitudeDegrees,
    [property: Id(2)] double AltitudeMetres = 0);

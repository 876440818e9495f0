using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>What a piece of a site's geometry is.</summary>
[GenerateSerializer, Alias("swarm.MapFeatureKind")]
[JsonConverter(typeof(CamelCaseEnumConverter<MapFeatureKind>))]
public enum MapFeatureKind
{
    Lawn,
    Road,
    Pavement,
    Crossing,

    /// <summary>Something low and fixed that is in the way and hides what is behind it, such as a parked van.</summary>
    Obstacle,

    Building,
}

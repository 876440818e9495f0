using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>What a detected object is, coarse enough that every detector can say it.</summary>
[GenerateSerializer, Alias("swarm.ObjectClass")]
[JsonConverter(typeof(CamelCaseEnumConverter<ObjectClass>))]
public enum ObjectClass
{
    Unknown,
    Pedestrian,
    Cyclist,

    /// <summary>A car, van, lorry or bus.</summary>
    Vehicle,

    /// <summary>A small machine: a wagon, a mower, a drone.</summary>
    Robot,
    Animal,
}

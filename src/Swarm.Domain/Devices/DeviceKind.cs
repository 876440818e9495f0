using System.Text.Json.Serialization;

namespace Swarm.Domain;

[GenerateSerializer, Alias("swarm.DeviceKind")]
[JsonConverter(typeof(CamelCaseEnumConverter<DeviceKind>))]
public enum DeviceKind
{
    Other,
    Wagon,
    Drone,
    Mower,

    /// <summary>A camera or another sensor that does not move.</summary>
    Camera,

    /// <summary>A site, seen from the centre.</summary>
    Site,
}

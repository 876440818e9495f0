using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>What the device says it is doing.</summary>
[GenerateSerializer, Alias("swarm.DeviceMode")]
[JsonConverter(typeof(CamelCaseEnumConverter<DeviceMode>))]
public enum DeviceMode
{
    Automatic,
    Manual,

    /// <summary>Held by a latched stop.</summary>
    Stopped,
    Charging,
    Fault,
}

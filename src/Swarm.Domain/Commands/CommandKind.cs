using System.Text.Json.Serialization;

namespace Swarm.Domain;

[GenerateSerializer, Alias("swarm.CommandKind")]
[JsonConverter(typeof(CamelCaseEnumConverter<CommandKind>))]
public enum CommandKind
{
    /// <summary>Stand still until released. Latched.</summary>
    Stop,

    /// <summary>Ends every stop with an older or equal epoch.</summary>
    Release,

    /// <summary>Go no faster than <see cref="DeviceCommand.MaxSpeed"/> until the command expires.</summary>
    LimitSpeed,
}

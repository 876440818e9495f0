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

    /// <summary>
    /// The reflex's verdict on one scan of a thin device: go no faster than <see cref="DeviceCommand.MaxSpeed"/> for 300 ms from when that scan
    /// was sent. Its epoch is the scan's sequence; it is of QoS 0, never stored, never answered.
    /// </summary>
    Drive,
}

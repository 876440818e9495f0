using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>What a <see cref="ConnectionReport"/> says.</summary>
[GenerateSerializer, Alias("swarm.ConnectionState")]
[JsonConverter(typeof(CamelCaseEnumConverter<ConnectionState>))]
public enum ConnectionState
{
    Online,

    /// <summary>Disconnected on purpose.</summary>
    Offline,

    /// <summary>Said by the broker in the device's name: its last will.</summary>
    Lost,
}

using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>What the site knows of a device's presence, from its birth, its last will and the age of its state.</summary>
[GenerateSerializer, Alias("swarm.Presence")]
[JsonConverter(typeof(CamelCaseEnumConverter<Presence>))]
public enum Presence
{
    /// <summary>Nothing has been heard yet.</summary>
    Unknown,
    Online,

    /// <summary>Connected as far as the broker knows, but silent for too long.</summary>
    Stale,
    Offline,
    Lost,
}

using System.Text.Json.Serialization;

namespace Swarm.Vda5050;

/// <summary>What every message begins with (3.0: 7.2; 2.1: 6.4). Records use the names of 3.0; the codec knows those of 2.1.</summary>
public abstract record VdaMessage
{
    /// <summary>Counted per topic and sender; the first is 0. Gaps are lost messages.</summary>
    [JsonPropertyOrder(-5)]
    public uint HeaderId { get; init; }

    [JsonPropertyOrder(-4)]
    public DateTimeOffset Timestamp { get; init; }

    /// <summary>Such as <c>2.1.0</c>.</summary>
    [JsonPropertyOrder(-3)]
    public string Version { get; init; } = "";

    [JsonPropertyOrder(-2)]
    public string Manufacturer { get; init; } = "";

    [JsonPropertyOrder(-1)]
    public string SerialNumber { get; init; } = "";
}

using System.Text.Json.Serialization;

namespace Swarm.Domain;

[GenerateSerializer, Alias("swarm.Compute")]
[JsonConverter(typeof(CamelCaseEnumConverter<Compute>))]
public enum Compute
{
    /// <summary>A thin device: its safety inference runs in its grain.</summary>
    None,
    OnBoard,
}

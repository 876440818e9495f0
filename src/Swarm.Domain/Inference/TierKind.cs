using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>Where inference runs, from the nearest to the farthest.</summary>
[GenerateSerializer, Alias("swarm.TierKind")]
[JsonConverter(typeof(CamelCaseEnumConverter<TierKind>))]
public enum TierKind
{
    Device,
    Site,
    Network,
    Central,
}

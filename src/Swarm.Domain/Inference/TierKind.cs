using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>Where inference runs, from the nearest to the farthest.</summary>
[GenerateSerializer, Alias("swarm.TierKind")]
[JsonConverter(typeof(CamelCaseEnumConverter<TierKind>))]
public enum TierKind
{
    /// <summary>On board.</summary>
    Device,

    /// <summary>On the premises, over the LAN.</summary>
    Site,

    /// <summary>At a telco or regional edge.</summary>
    Network,

    /// <summary>In the data centre.</summary>
    Central,
}

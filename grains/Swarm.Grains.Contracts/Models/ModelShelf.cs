using Swarm.Domain;

namespace Swarm.Grains;

/// <summary>The versions of one model, and who is to run which.</summary>
/// <param name="Versions">That were added, the newest last.</param>
/// <param name="History">What the fleet was to run, the present version last; rolling back takes one away. It begins with <c>shipped</c>.</param>
/// <param name="Ahead">Devices that run another version than the fleet.</param>
[GenerateSerializer, Immutable, Alias("swarm.ModelShelf")]
public sealed record ModelShelf(
    [property: Id(0)] string Name,
    [property: Id(1)] IReadOnlyList<ModelEntry> Versions,
    [property: Id(2)] IReadOnlyList<ModelChoice> History,
    [property: Id(3)] IReadOnlyDictionary<DeviceId, ModelChoice> Ahead)
{
    /// <summary>What the fleet is to run.</summary>
    public ModelChoice Fleet => History[^1];
}

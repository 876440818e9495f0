namespace Swarm.Grains.Edge;

/// <summary>How far the devices of a site have been told its stops, so that a successor ends what was begun.</summary>
[GenerateSerializer, Immutable, Alias("swarm.grains.ToldStops")]
internal sealed record ToldStops
{
    /// <summary>The newest version that every device has.</summary>
    [Id(0)]
    public long Version { get; init; }
}

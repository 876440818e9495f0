namespace Swarm.Grains.Edge;

/// <summary>The latched stops of a site, as stored.</summary>
[GenerateSerializer, Immutable, Alias("swarm.grains.LatchedStops")]
internal sealed record LatchedStops
{
    [Id(0)]
    public StopList List { get; init; } = new(0, []);
}

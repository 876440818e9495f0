namespace Swarm.Grains.Edge;

/// <summary>The devices that are not registered, as stored; apart from the registered ones, as it is written far more often.</summary>
[GenerateSerializer, Immutable, Alias("swarm.grains.GuestList")]
internal sealed record GuestList
{
    [Id(0)]
    public IReadOnlyList<Guest> Guests { get; init; } = [];
}

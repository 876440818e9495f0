using Swarm.Domain;
using Swarm.Grains.Edge;
using Swarm.Perception;

namespace Swarm.Cluster.Tests;

public sealed class TerritoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly CellId Here = new(0, 0);
    private readonly Territory _territory = new(new SiteGrid(100), Here);

    [Fact]
    public void Settle_BornInTheHalo_IsNotOwned() => Assert.Empty(_territory.Settle([At("t", 105)], Now));

    [Fact]
    public void Settle_OwnedWithinTheHysteresis_StaysOwned()
    {
        Assert.Single(_territory.Settle([At("t", 99)], Now));

        var owned = _territory.Settle([At("t", 104)], Now);

        Assert.Single(owned);
        Assert.Empty(_territory.Leaving(owned));
    }

    [Fact]
    public void Leaving_BeyondTheHysteresis_StaysOwnedUntilTheNeighbourHasIt()
    {
        _territory.Settle([At("t", 99)], Now);

        var owned = _territory.Settle([At("t", 106)], Now);
        Assert.Equal(new CellId(1, 0), Assert.Single(_territory.Leaving(owned)).Key);
        Assert.Single(owned);

        _territory.Yield(new TrackId("t"), Now);
        Assert.Empty(_territory.Settle([At("t", 106)], Now));
    }

    [Fact]
    public void Settle_NamedByANeighbourThatFallsSilent_IsOwnedAfterASecond()
    {
        _territory.Yield(new TrackId("t"), Now);

        Assert.Empty(_territory.Settle([At("t", 98)], Now.AddSeconds(1)));
        Assert.Single(_territory.Settle([At("t", 98)], Now.AddSeconds(1.1)));
    }

    [Fact]
    public void Shared_NearTheCorner_GoesToAllThreeNeighbours() =>
        Assert.Equal(
            [new CellId(0, 1), new CellId(1, 0), new CellId(1, 1)],
            _territory.Shared(_territory.Settle([At("t", 95, 95)], Now)).Select(group => group.Key).OrderBy(cell => cell.Column).ThenBy(cell => cell.Row));

    private static Track At(string id, double x, double y = 50) => new(
        new TrackId(id), ObjectClass.Pedestrian, Now, new Position(x, y), default, default, 1, true, []);
}

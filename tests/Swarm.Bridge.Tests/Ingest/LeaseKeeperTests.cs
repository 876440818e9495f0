using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Bridge.Tests;

public sealed class LeaseKeeperTests
{
    private static readonly BridgeLimits Limits = new() { Lease = TimeSpan.FromSeconds(6), WithoutBroker = TimeSpan.FromSeconds(12) };

    private readonly FakeTimeProvider _time = new();
    private readonly FakeGrains _grains;

    public LeaseKeeperTests() => _grains = new FakeGrains(new FakeLeaseGrain(_time));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HoldAsync_BrokerNeverReached_LeavesTheLeaseToAnotherAndComesBack()
    {
        var (cut, other) = (Keeper(), Keeper());
        Assert.True(await cut.HoldAsync(Cancellation));

        // As often as a connection is tried: the lease is renewed in between, and the other one waits.
        for (var tries = 0; tries < 5; tries++)
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            Assert.True(await cut.HoldAsync(Cancellation));
            Assert.False(await other.HoldAsync(Cancellation));
        }

        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.False(await cut.HoldAsync(Cancellation));
        Assert.False(cut.IsHeld);
        Assert.True(await other.HoldAsync(Cancellation));
        other.NoteConnected(true);

        // The other one reaches the broker and keeps the lease, however often the first one asks again.
        for (var renewals = 0; renewals < 20; renewals++)
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            Assert.True(await other.HoldAsync(Cancellation));
            Assert.False(await cut.HoldAsync(Cancellation));
        }

        await other.ReleaseAsync();
        Assert.True(await cut.HoldAsync(Cancellation));
    }

    [Fact]
    public async Task HoldAsync_NobodyElseWantsIt_IsTakenAgainAfterTheRest()
    {
        var alone = Keeper();
        await alone.HoldAsync(Cancellation);
        _time.Advance(Limits.WithoutBroker);
        Assert.False(await alone.HoldAsync(Cancellation));
        Assert.Null(_grains.Lease.Holder);

        _time.Advance(Limits.WithoutBroker - TimeSpan.FromSeconds(1));
        Assert.False(await alone.HoldAsync(Cancellation));
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await alone.HoldAsync(Cancellation));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.True(await alone.HoldAsync(Cancellation));
    }

    [Fact]
    public async Task HoldAsync_ConnectedForLongThenLost_WaitsFromTheLoss()
    {
        var keeper = Keeper();
        await keeper.HoldAsync(Cancellation);
        keeper.NoteConnected(true);
        for (var renewals = 0; renewals < 20; renewals++)
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            Assert.True(await keeper.HoldAsync(Cancellation));
        }

        keeper.NoteConnected(false);
        _time.Advance(Limits.WithoutBroker - TimeSpan.FromSeconds(1));
        Assert.True(await keeper.HoldAsync(Cancellation));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await keeper.HoldAsync(Cancellation));
    }

    private LeaseKeeper Keeper() => new(
        _grains,
        new BridgeOptions { Site = new SiteInfo(TestSite.Id, new GeoPoint(52.5, 13.4), 100), Broker = new BrokerAddress("broker", 1883), Limits = Limits },
        _time,
        NullLogger<LeaseKeeper>.Instance);
}

using Microsoft.Extensions.Time.Testing;

namespace Swarm.Bridge.Tests;

public sealed class RateLimitTests
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task WaitAsync_ASecondsWorthAtOnce_ThenSpacedThenTurnedAway()
    {
        var time = new FakeTimeProvider();
        var limit = new RateLimit(10, time);
        var cancellation = TestContext.Current.CancellationToken;

        var waits = Enumerable.Range(0, 40).Select(_ => limit.WaitAsync(Most, cancellation).AsTask()).ToArray();

        // Ten at once (and the one whose time is just now), twenty in line for two seconds, the others at once told to go.
        Assert.All(waits[..11], wait => Assert.True(wait.IsCompleted && wait.Result));
        Assert.All(waits[11..31], wait => Assert.False(wait.IsCompleted));
        Assert.All(waits[31..], wait => Assert.False(wait.Result));

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.All(await Task.WhenAll(waits[11..21]), Assert.True);
        Assert.False(waits[22].IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.All(await Task.WhenAll(waits[21..31]), Assert.True);
    }
}

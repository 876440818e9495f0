using Microsoft.Extensions.Time.Testing;

namespace Swarm.Bridge.Tests;

public sealed class LogThrottleTests
{
    [Fact]
    public void TryEnter_ManyInOnePeriod_LetsOneThroughAndCountsTheOthers()
    {
        var time = new FakeTimeProvider();
        var throttle = new LogThrottle(TimeSpan.FromSeconds(1), time);

        Assert.True(throttle.TryEnter(out var unsaid));
        Assert.Equal(0, unsaid);
        for (var i = 0; i < 5; i++)
            Assert.False(throttle.TryEnter(out _));

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(throttle.TryEnter(out unsaid));
        Assert.Equal(5, unsaid);
    }
}

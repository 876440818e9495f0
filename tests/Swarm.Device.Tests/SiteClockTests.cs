using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Swarm.Device.Tests;

public sealed class SiteClockTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Take_AsymmetricDelay_OffsetWithinHalfTheRoundTrip() =>
        Gen.Select(Gen.Int[-5_000, 5_000], Gen.Int[0, 900], Gen.Int[0, 900], Gen.Int[0, 50]).Sample((offset, there, back, work) =>
        {
            var time = new FakeTimeProvider();
            var clock = new SiteClock(time);

            var taken = Exchange(time, clock, offset, there, work, back);

            Assert.True(taken);
            var estimate = clock.Estimate!.Value;
            Assert.Equal(TimeSpan.FromMilliseconds(there + back), estimate.RoundTrip);
            Assert.True((estimate.Offset - TimeSpan.FromMilliseconds(offset)).Duration() <= estimate.MaxError);
        });

    [Fact]
    public void Estimate_SeveralSamples_ShortestRoundTripCounts()
    {
        var clock = new SiteClock(_time);
        Exchange(_time, clock, offset: 700, there: 300, work: 0, back: 10);
        Exchange(_time, clock, offset: 700, there: 5, work: 0, back: 5);
        Exchange(_time, clock, offset: 700, there: 10, work: 0, back: 400);

        Assert.Equal(TimeSpan.FromMilliseconds(700), clock.Estimate!.Value.Offset);
        Assert.Equal(_time.GetUtcNow().AddMilliseconds(700), clock.Now);
    }

    [Fact]
    public void Estimate_BestSampleGrowsOld_NextBestCounts()
    {
        var clock = new SiteClock(_time);
        Exchange(_time, clock, offset: 100, there: 0, work: 0, back: 0);
        _time.Advance(SiteClock.Freshness - TimeSpan.FromSeconds(1));
        Exchange(_time, clock, offset: 120, there: 20, work: 0, back: 20);
        Assert.Equal(TimeSpan.Zero, clock.Estimate!.Value.RoundTrip);

        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromMilliseconds(40), clock.Estimate!.Value.RoundTrip);
    }

    [Fact]
    public void Now_NoSampleForLong_IsUnknown()
    {
        var clock = new SiteClock(_time);
        Assert.Null(clock.Now);
        Exchange(_time, clock, offset: 0, there: 1, work: 0, back: 1);
        Assert.NotNull(clock.Now);

        _time.Advance(SiteClock.Freshness + TimeSpan.FromMilliseconds(1));

        Assert.Null(clock.Now);
    }

    [Fact]
    public void Take_TimesThatContradictEachOther_Refused()
    {
        var clock = new SiteClock(_time);
        var now = _time.GetUtcNow();

        Assert.False(clock.Take(new(now.AddSeconds(1), now, now)));
        Assert.False(clock.Take(new(now, now, now.AddSeconds(-1))));
        Assert.False(clock.Take(new(now.AddSeconds(-3), now, now)));
        Assert.Null(clock.Estimate);
    }

    /// <summary>All in milliseconds.</summary>
    private static bool Exchange(FakeTimeProvider time, SiteClock clock, int offset, int there, int work, int back)
    {
        var sent = time.GetUtcNow();
        time.Advance(TimeSpan.FromMilliseconds(there));
        var received = time.GetUtcNow().AddMilliseconds(offset);
        time.Advance(TimeSpan.FromMilliseconds(work));
        var replied = time.GetUtcNow().AddMilliseconds(offset);
        time.Advance(TimeSpan.FromMilliseconds(back));
        return clock.Take(new(sent, received, replied));
    }
}

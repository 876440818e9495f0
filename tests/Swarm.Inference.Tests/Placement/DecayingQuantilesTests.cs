using CsCheck;

namespace Swarm.Inference.Tests;

public sealed class DecayingQuantilesTests
{
    [Fact]
    public void Quantile_Steady_IsWithinABucketOfTheTrueOne() => Gen.Double[0.02, 5000].Array[200, 400].Sample(milliseconds =>
    {
        var quantiles = new DecayingQuantiles(halfLife: 1e17);
        foreach (var value in milliseconds)
            quantiles.Add(TimeSpan.FromMilliseconds(value));
        var sorted = milliseconds.Order().ToArray();

        foreach (var q in new[] { 0.01, 0.5, 0.9, 0.95, 0.99, 1 })
        {
            var exact = sorted[Math.Max(0, (int)Math.Ceiling((q * sorted.Length) - 1e-9) - 1)];
            var estimate = quantiles.Quantile(q)!.Value.TotalMilliseconds;
            Assert.InRange(estimate, exact * 0.999, (exact * 1.126) + 0.001);
        }
    }, iter: 50);

    [Fact]
    public void Quantile_LinkBecomesSlow_FollowsWithinTwoHalfLives()
    {
        var quantiles = new DecayingQuantiles(halfLife: 100);
        for (var index = 0; index < 10_000; index++)
            quantiles.Add(TimeSpan.FromMilliseconds(10));
        for (var index = 0; index < 120; index++)
            quantiles.Add(TimeSpan.FromMilliseconds(80));

        Assert.InRange(quantiles.Quantile(0.5)!.Value.TotalMilliseconds, 80, 90);
        Assert.InRange(quantiles.ShareWithin(TimeSpan.FromMilliseconds(20)), 0.4, 0.45);
    }

    [Fact]
    public void Quantile_TenthLost_HasNoLongQuantile()
    {
        var quantiles = new DecayingQuantiles(1e17);
        Assert.Null(quantiles.Quantile(0.5));
        for (var index = 0; index < 90; index++)
            quantiles.Add(TimeSpan.FromMilliseconds(1));
        for (var index = 0; index < 10; index++)
            quantiles.AddLost();

        Assert.True(quantiles.Quantile(0.5) < TimeSpan.FromMilliseconds(1.2));
        Assert.Equal(TimeSpan.MaxValue, quantiles.Quantile(0.95));
        Assert.Equal(0.9, quantiles.ShareWithin(TimeSpan.FromDays(3)), 6);
    }

    [Fact]
    public void Add_Millions_StaysFinite()
    {
        var quantiles = new DecayingQuantiles(halfLife: 10);
        for (var index = 0; index < 200_000; index++)
            quantiles.Add(TimeSpan.FromMilliseconds(1 + (index % 7)));

        Assert.InRange(quantiles.Count, 13, 16);
        Assert.InRange(quantiles.Quantile(1)!.Value.TotalMilliseconds, 7, 8);
    }
}

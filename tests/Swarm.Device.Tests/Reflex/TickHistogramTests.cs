using CsCheck;

namespace Swarm.Device.Tests;

public sealed class TickHistogramTests
{
    [Fact]
    public void Quantile_AnyTimes_WithinAStepOfTheExactOne() => Gen.Select(Gen.Long[0, 3_900_000].Array[1, 500], Gen.Double[0, 1]).Sample((times, share) =>
    {
        var histogram = new TickHistogram();
        foreach (var time in times)
            histogram.Note(time);
        var exact = times.Order().ElementAt(Math.Max(1, (int)Math.Ceiling(share * times.Length)) - 1) / 1e3;

        Assert.InRange(histogram.Quantile(share), exact, exact + 0.25);
        Assert.Equal(times.Max() / 1e3, histogram.Max);
        Assert.Equal(times.Length, histogram.Count);
    });

    [Fact]
    public void Quantile_BeyondTheSteps_NotBelowTheExactOneAndTwiceItAtMost() => Gen.Long[4_100_000, 60_000_000_000].Sample(time =>
    {
        var histogram = new TickHistogram();
        histogram.Note(time);
        histogram.Note(long.MaxValue / 2);

        Assert.InRange(histogram.Quantile(0.5), time / 1e3, 2 * time / 1e3);
    });

    [Fact]
    public void Quantile_None_NotANumber() => Assert.Equal(double.NaN, new TickHistogram().Quantile(0.5));

    [Fact]
    public void Note_Negative_CountsAs0()
    {
        var histogram = new TickHistogram();
        histogram.Note(-5);

        Assert.Equal((1, 0.0), (histogram.Count, histogram.Max));
    }
}

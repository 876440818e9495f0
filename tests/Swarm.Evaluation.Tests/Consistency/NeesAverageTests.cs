namespace Swarm.Evaluation.Tests.Consistency;

public sealed class NeesAverageTests
{
    [Fact]
    public void Of_IndependentSamples_CountsEachOfThem()
    {
        var random = new Random(1);
        double[] series = [.. Enumerable.Range(0, 2000).Select(_ => Square(random) + Square(random) + Square(random))];
        var nees = NeesAverage.Of(3, series);
        Assert.InRange(nees.Effective, 1500, 2000);
        Assert.True(nees.IsInside, $"{nees.Mean} is not in {nees.Low}..{nees.High}");
        Assert.Equal(0.95, nees.Below95, 0.015);
        Assert.False(NeesAverage.Of(3, [.. series.Select(one => one * 1.2)]).IsInside);
        Assert.False(NeesAverage.Of(3, [.. series.Select(one => one * 0.8)]).IsInside);
    }

    [Fact]
    public void Of_AlikeNeighbours_CountsFewer()
    {
        // An AR(1) series of correlation 0.9 is worth (1 - 0.9) / (1 + 0.9) of its length.
        var random = new Random(2);
        var series = new double[20_000];
        for (var i = 1; i < series.Length; i++)
            series[i] = (0.9 * series[i - 1]) + Normal(random);
        Assert.Equal(series.Length * 0.1 / 1.9, EffectiveSamples.Of(series), series.Length * 0.012);
    }

    [Fact]
    public void Of_SeveralDevices_AddsTheirSamplesUp()
    {
        double[] one = [1, 3, 1, 3, 1, 3, 1, 3], other = [5, 1, 5, 1];
        var nees = NeesAverage.Of(2, one, other);
        Assert.Equal(28 / 12d, nees.Mean, 12);
        Assert.Equal(12, nees.Samples);
        Assert.Equal(EffectiveSamples.Of(one) + EffectiveSamples.Of(other), nees.Effective);
    }

    [Fact]
    public void Of_NothingOrAllTheSame_IsWorthOneAtMost()
    {
        Assert.Equal(0, EffectiveSamples.Of([]));
        Assert.Equal(1, EffectiveSamples.Of([2, 2, 2, 2]));
        Assert.True(double.IsNaN(NeesAverage.Of(3).Mean));
    }

    private static double Square(Random random) => Normal(random) is var z ? z * z : 0;

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}

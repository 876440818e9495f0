namespace Swarm.Evaluation.Tests;

public sealed class NoiseFitTests
{
    [Fact]
    public void Of_ResidualsThatGrowWithRange_IsTheirLine()
    {
        var noise = NoiseFit.Of([.. Residuals(range => 0.2 + (0.004 * range))]);

        Assert.Equal(0.2, noise.AtOrigin, 0.005);
        Assert.Equal(0.004, noise.PerMetre, 0.0001);
    }

    [Fact]
    public void Of_ResidualsWithoutATrend_IsTheirRootMeanSquare()
    {
        var noise = NoiseFit.Of([.. Residuals(range => range % 20 < 10 ? 0.6 : 0.8)]);

        Assert.Equal(Math.Sqrt((0.36 + 0.64) / 2), noise.AtOrigin, 0.001);
        Assert.Equal(0, noise.PerMetre);
    }

    private static IEnumerable<(double Range, double Residual)> Residuals(Func<double, double> deviation)
    {
        for (var i = 0; i < 8000; i++)
        {
            var range = i / 100.0;
            yield return (range, (i % 2 == 0 ? 1 : -1) * deviation(range));
        }
    }
}

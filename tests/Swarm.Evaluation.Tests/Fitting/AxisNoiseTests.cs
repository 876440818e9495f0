using Swarm.Domain;

namespace Swarm.Evaluation.Tests;

public sealed class AxisNoiseTests
{
    [Fact]
    public void StandardDeviation_ThirtyFortyMetresAway_GrowsWithTheRangeOfFifty()
    {
        var covariance = new PositionNoise(0.2, 0.01).Covariance(new Position(30, -40));

        Assert.Equal(0.49, covariance.XX, 12);
        Assert.Equal(0.49, covariance.YY, 12);
        Assert.Equal(0, covariance.XY);
    }

    [Fact]
    public void Covariance_BoxAcrossTheRoad_HasItsLongAxisThere()
    {
        var noise = new AxisNoise(new(0.8, 0), new(0.5, 0));

        var covariance = noise.Covariance(new Position(10, 0), Math.PI / 2);

        Assert.Equal(0.25, covariance.XX, 12);
        Assert.Equal(0.64, covariance.YY, 12);
    }
}

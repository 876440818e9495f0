namespace Swarm.Evaluation.Tests.Consistency;

public sealed class ChiSquareTests
{
    /// <summary>From a table of the distribution.</summary>
    [Theory]
    [InlineData(2, 0.0506, 7.378, 5.991, 0.06)]
    [InlineData(3, 0.2158, 9.348, 7.815, 0.05)]
    [InlineData(15, 6.262, 27.488, 24.996, 0.03)]
    [InlineData(100, 74.222, 129.561, 124.342, 0.05)]
    public void Quantiles_AreTheTables(double degrees, double lower, double upper, double upper95, double tolerance)
    {
        Assert.Equal(lower, ChiSquare.Lower025(degrees), tolerance);
        Assert.Equal(upper, ChiSquare.Upper975(degrees), tolerance);
        Assert.Equal(upper95, ChiSquare.Upper95(degrees), tolerance);
    }
}

using CsCheck;

namespace Swarm.Perception.Tests.Association;

public sealed class JointProbabilitiesTests
{
    [Fact]
    public void Solve_OneTrackTwoMeasurements_IsProbabilisticDataAssociation()
    {
        // 1 for none: 1 + 3 + 2.
        Assert.Equal([3 / 6d, 2 / 6d], Solve([3, 2], 1, 2));
    }

    [Fact]
    public void Solve_TwoTracksOneMeasurement_CannotHaveItBoth()
    {
        Assert.Equal([3 / 6d, 2 / 6d], Solve([3, 2], 2, 1));
    }

    /// <summary>Ways: none; each pair alone, 2, 3, 5 and 7; the two that leave nobody out, 2 · 7 and 3 · 5: 1 + 17 + 29 = 47 in all.</summary>
    [Fact]
    public void Solve_TwoTracksTwoMeasurements_AddsUpAllWays()
    {
        var shares = Solve([2, 3, 5, 7], 2, 2);

        Assert.Equal([(2 + 14) / 47d, (3 + 15) / 47d, (5 + 15) / 47d, (7 + 14) / 47d], shares.Select(share => Math.Round(share, 14)), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    /// <summary>In small clusters, counted up, as in large ones, approximated.</summary>
    [Fact]
    public void Solve_AnyCluster_GivesNothingAwayTwice() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12]).SelectMany((rows, columns) =>
            Gen.Double[0, 50].Array[rows * columns].Select(likelihoods => (rows, columns, likelihoods))).Sample(cluster =>
        {
            var shares = Solve(cluster.likelihoods, cluster.rows, cluster.columns);
            for (var row = 0; row < cluster.rows; row++)
                Assert.InRange(shares[(row * cluster.columns)..((row + 1) * cluster.columns)].Sum(), 0, 1);
            for (var column = 0; column < cluster.columns; column++)
                Assert.InRange(Enumerable.Range(0, cluster.rows).Sum(row => shares[(row * cluster.columns) + column]), 0, 1);
        }, iter: 200);

    private static double[] Solve(double[] likelihoods, int rows, int columns)
    {
        var probabilities = new double[likelihoods.Length];
        new JointProbabilities().Solve(likelihoods, rows, columns, probabilities);
        return probabilities;
    }
}

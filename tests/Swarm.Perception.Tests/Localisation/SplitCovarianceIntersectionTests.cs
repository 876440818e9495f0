using CsCheck;
using Swarm.Perception.Tests.Estimation;

namespace Swarm.Perception.Tests.Localisation;

public sealed class SplitCovarianceIntersectionTests
{
    /// <summary>What may befall three nodes: what, whom, from whom, and a deviation or which of the old messages.</summary>
    private static readonly Gen<(int Kind, int Node, int Other, double Size)[]> Events =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Double[0.05, 3]).Array[1, 60];

    [Fact]
    public void TryUpdate_AllIndependent_IsTheKalmanFilter()
    {
        // S = 4 + 1, gain 0.8, innovation 5.
        var prior = new SplitEstimate<Two>(Matrices.Column<Two>(0, 0), Matrices.Diagonal<Two>(4, 4), default);
        var fused = SplitCovarianceIntersection.Fuse(prior, new(Matrices.Column<Two>(5, 0), Matrices.Diagonal<Two>(1, 1), default));
        Assert.Equal(4, fused.Mean[0, 0], 12);
        Assert.Equal(0.8, fused.Independent[0, 0], 12);
        Assert.Equal(0, Matrices.Trace(fused.Correlated));
    }

    [Fact]
    public void TryUpdate_AllCorrelated_IsCovarianceIntersection() =>
        Gen.Select(Covariances.Three, Covariances.Three).Sample((one, other) =>
        {
            var split = SplitCovarianceIntersection.Fuse(new SplitEstimate<Three>(default, default, one), new(default, default, other));
            var (_, covariance) = CovarianceIntersection.Fuse(default, one, default, other);
            Assert.Equal(0, Matrices.Trace(split.Independent));
            Assert.Equal(Matrices.Trace(covariance), Matrices.Trace(split.Correlated), 9);
        });

    [Fact]
    public void Fuse_PartlyIndependent_IsSurerThanCovarianceIntersection() =>
        Gen.Select(Covariances.Two, Covariances.Two, Covariances.Two).Sample((common, one, other) =>
        {
            var split = SplitCovarianceIntersection.Fuse(new SplitEstimate<Two>(default, one, common), new(default, other, common)).Covariance;
            var (_, blind) = CovarianceIntersection.Fuse(default, one + common, default, other + common);
            Assert.True(split.LogDeterminant() <= blind.LogDeterminant() + 1e-3);
        });

    [Fact]
    public void Nodes_AnyEventsInAnyOrderWithOldAndRepeatedMessages_StayConsistent() => Events.Sample(events =>
    {
        var noises = new ErrorNoises();
        var nodes = Enumerable.Range(0, 3).Select(_ => ErrorNode<Two>.Begin(noises, 1)).ToArray();
        var told = new List<ErrorNode<Two>>();
        foreach (var (kind, index, other, size) in events)
        {
            var node = nodes[index];
            switch (kind)
            {
                case 0:
                    node.Disturb(noises, size);
                    break;
                case 1:
                    node.Measure(noises, size);
                    break;
                case 2 when told.Count > 0:
                    // A message from some time ago, perhaps the node's own, perhaps fused before.
                    node.Fuse(told[(int)(size * 1000) % told.Count], noises, size);
                    break;
                default:
                    told.Add(nodes[other].Share());
                    node.Fuse(told[^1], noises, size);
                    break;
            }

            Assert.All(nodes, one => Assert.True(one.IsConsistent, "an estimate is surer than its error allows"));
        }
    });

    [Theory]
    [InlineData(0, 1, 2, 0)]
    [InlineData(0, 2, 1, 0)]
    [InlineData(0, 1, 0, 1)]
    [InlineData(0, 0, 0, 0)]
    public void Nodes_MessagesGoRound_NeverKnowMoreThanAllOfThemMeasured(params int[] ring)
    {
        var noises = new ErrorNoises();
        var nodes = Enumerable.Range(0, 3).Select(_ => ErrorNode<Two>.Begin(noises, 1)).ToArray();
        for (var round = 0; round < 200; round++)
        {
            for (var i = 1; i < ring.Length; i++)
                nodes[ring[i]].Fuse(nodes[ring[i - 1]].Share(), noises, 0.01);
        }

        // Three errors of variance 1 on each axis, and nothing new but what the links add: no average is surer than a third.
        Assert.All(nodes, node =>
        {
            Assert.True(node.IsConsistent);
            Assert.True(node.Estimate.Covariance[0, 0] >= 1 / 3d);
        });
    }

    [Fact]
    public void Nodes_MessagesGoRoundTakenForIndependent_WouldKnowTooMuch()
    {
        // What the property above would not hold for: the same ring with the told covariances counted as fresh noise.
        var estimates = Enumerable.Repeat(new SplitEstimate<Two>(default, Matrices.Identity<Two>(), default), 3).ToArray();
        for (var i = 1; i < 30; i++)
            estimates[i % 3] = SplitCovarianceIntersection.Fuse(estimates[i % 3], estimates[(i - 1) % 3]);
        Assert.True(estimates[0].Covariance[0, 0] < 0.01);
    }

    [Fact]
    public void Fuse_WithWhatOneselfShared_GainsNothing() =>
        Gen.Select(Covariances.Three, Covariances.Three).Sample((independent, correlated) =>
        {
            var shared = new SplitEstimate<Three>(default, independent, correlated).Shared();
            var fused = SplitCovarianceIntersection.Fuse(shared, shared);
            Assert.True(fused.Covariance.Covers(independent + correlated));
        });

    [Fact]
    public void BoundSum_AnyCorrelation_CoversTheTruth() =>
        Gen.Select(Covariances.Two, Covariances.Two, Gen.Double[-1, 1]).Sample((one, other, correlation) =>
        {
            // Cov(a, b) = c L Mᵀ for |c| up to 1, with the factors of the two.
            var cross = correlation * Factor(one).Times(Factor(other).Transposed);
            Assert.True(SplitCovarianceIntersection.BoundSum(one, other).Covers(one + other + cross + cross.Transposed));
        });

    [Fact]
    public void TryUpdate_NotPositiveDefinite_LeavesTheEstimate()
    {
        var prior = new SplitEstimate<Two>(Matrices.Column<Two>(1, 2), Matrices.Identity<Two>(), default);
        var measurement = new SplitMeasurement<Two, Two>(default, Matrices.Identity<Two>(), Matrices.Diagonal<Two>(1, -1), default);
        Assert.False(SplitCovarianceIntersection.TryUpdate(prior, measurement, out var update));
        Assert.Equal(2, update.Estimate.Mean[1, 0]);
    }

    private static Matrix<Two, Two> Factor(Matrix<Two, Two> covariance)
    {
        var factor = default(Matrix<Two, Two>);
        factor[0, 0] = Math.Sqrt(covariance[0, 0]);
        factor[1, 0] = covariance[1, 0] / factor[0, 0];
        factor[1, 1] = Math.Sqrt(covariance[1, 1] - (factor[1, 0] * factor[1, 0]));
        return factor;
    }
}

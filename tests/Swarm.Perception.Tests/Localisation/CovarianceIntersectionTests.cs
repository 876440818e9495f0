using CsCheck;
using Swarm.Domain;
using Swarm.Perception.Tests.Estimation;

namespace Swarm.Perception.Tests.Localisation;

public sealed class CovarianceIntersectionTests
{
    [Fact]
    public void Fuse_ByHand_Agrees()
    {
        // Mirrored covariances weigh the same: P⁻¹ = (A⁻¹ + B⁻¹) / 2, diagonal 2 / (1/1 + 1/4) = 1.6; the mean of x is P (0/1 + 5/4) / 2.
        var (mean, covariance) = CovarianceIntersection.Fuse(
            Matrices.Column<Two>(0, 0), Matrices.Diagonal<Two>(1, 4), Matrices.Column<Two>(5, 0), Matrices.Diagonal<Two>(4, 1));
        Assert.Equal(1.6, covariance[0, 0], 3);
        Assert.Equal(1.6, covariance[1, 1], 3);
        Assert.Equal(1, mean[0, 0], 3);
    }

    [Fact]
    public void Fuse_WithItself_GainsNothing()
    {
        Covariances.Two.Sample(covariance => GainsNothing(covariance));
        Covariances.Four.Sample(covariance => GainsNothing(covariance));
    }

    [Fact]
    public void Fuse_TwoPositionsOfAnyCorrelation_CoversTheTruth() =>
        Gen.Select(Covariances.Four, Gen.Double[-5, 5]).Sample((joint, x) =>
        {
            // The errors of the two positions are the halves of one vector of four.
            var (first, second, cross) = (Block(joint, 0, 0), Block(joint, 2, 2), Block(joint, 0, 2));
            var fused = CovarianceIntersection.Fuse(Matrices.Column<Two>(0, 0), first, Matrices.Column<Two>(x, -x), second);
            var gain = Gain(first, second);
            var rest = Matrices.Identity<Two>() - gain;
            var mixed = rest.Times(cross).Times(gain.Transposed);
            var truth = rest.Carry(first) + gain.Carry(second) + mixed + mixed.Transposed;
            Assert.True(fused.Covariance.Covers(truth));
            Assert.Equal(gain.Times(Matrices.Column<Two>(x, -x))[0, 0], fused.Mean[0, 0], 6);
        });

    [Fact]
    public void Fuse_TracksOfOneBodyWithACommonPast_CoversTheTruth() =>
        Gen.Select(Covariances.Four, Covariances.Four, Covariances.Four).Sample((past, one, other) =>
        {
            var fused = CovarianceIntersection.Fuse(default, past + one, default, past + other);
            var gain = Gain(past + one, past + other);
            var rest = Matrices.Identity<Four>() - gain;
            // Both contain the past whole, which no weighing can average out.
            Assert.True(fused.Covariance.Covers(past + rest.Carry(one) + gain.Carry(other)));
        });

    [Fact]
    public void Fuse_AnyTwo_IsNoLessCertainThanTheSurerOfThem() =>
        Gen.Select(Covariances.Four, Covariances.Four).Sample((one, other) =>
        {
            var fused = CovarianceIntersection.Fuse(default, one, default, other);
            Assert.True(fused.Covariance.LogDeterminant() <= Math.Min(one.LogDeterminant(), other.LogDeterminant()) + 0.02);
        });

    [Fact]
    public void Fuse_NotPositiveDefinite_Throws()
    {
        var sound = Matrices.Identity<Two>();
        var flat = new Covariance2(1, 1, 1).ToMatrix();
        Assert.Throws<ArgumentException>(() => CovarianceIntersection.Fuse(default, sound, default, flat));
        Assert.Throws<ArgumentException>(() => CovarianceIntersection.Fuse(default, flat, default, sound));
    }

    [Fact]
    public void Fuse_Tracks_AllocatesNothing()
    {
        var (one, other) = (Matrices.Diagonal<Four>(1, 2, 3, 4), Matrices.Diagonal<Four>(4, 3, 2, 1));
        CovarianceIntersection.Fuse(default, one, default, other);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            CovarianceIntersection.Fuse(default, one, default, other);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void GainsNothing<TSize>(Matrix<TSize, TSize> covariance)
        where TSize : struct, IDimension
    {
        var fused = CovarianceIntersection.Fuse(default, covariance, default, covariance);
        Assert.True(fused.Covariance.Covers(covariance));
        Assert.Equal(0, fused.Covariance.LogDeterminant() - covariance.LogDeterminant(), 1e-6);
    }

    private static Matrix<TSize, TSize> Gain<TSize>(Matrix<TSize, TSize> one, Matrix<TSize, TSize> other)
        where TSize : struct, IDimension
    {
        var measurement = new SplitMeasurement<TSize, TSize>(default, Matrices.Identity<TSize>(), default, other);
        Assert.True(SplitCovarianceIntersection.TryUpdate(new SplitEstimate<TSize>(default, default, one), measurement, out var update));
        return update.Gain;
    }

    private static Matrix<Two, Two> Block(Matrix<Four, Four> joint, int row, int column)
    {
        var block = default(Matrix<Two, Two>);
        for (var i = 0; i < 4; i++)
            block[i / 2, i % 2] = joint[row + (i / 2), column + (i % 2)];
        return block;
    }
}

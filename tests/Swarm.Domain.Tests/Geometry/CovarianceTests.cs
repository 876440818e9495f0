using CsCheck;

namespace Swarm.Domain.Tests.Geometry;

public sealed class CovarianceTests
{
    [Fact]
    public void Rotate_QuarterTurn_SwapsTheAxes()
    {
        var turned = new Covariance2(4, 0.5, 1).Rotate(Math.PI / 2);
        Assert.Equal(1, turned.XX, 12);
        Assert.Equal(-0.5, turned.XY, 12);
        Assert.Equal(4, turned.YY, 12);
    }

    [Fact]
    public void Rotate_AnyAngle_KeepsTraceAndDeterminantAndComesBack() =>
        Gen.Select(Gen.Double[0.1, 10], Gen.Double[0.1, 10], Gen.Double[-0.95, 0.95], Gen.Double[-7, 7]).Sample((a, b, correlation, yaw) =>
        {
            var covariance = new Covariance2(a * a, correlation * a * b, b * b);
            var turned = covariance.Rotate(yaw);
            Assert.Equal(covariance.XX + covariance.YY, turned.XX + turned.YY, 1e-9);
            Assert.Equal((covariance.XX * covariance.YY) - (covariance.XY * covariance.XY), (turned.XX * turned.YY) - (turned.XY * turned.XY), 1e-7);
            var back = turned.Rotate(-yaw);
            Assert.Equal(covariance.XX, back.XX, 1e-9);
            Assert.Equal(covariance.XY, back.XY, 1e-9);
            Assert.Equal(covariance.YY, back.YY, 1e-9);
        });

    [Fact]
    public void Isotropic_Deviation_IsSquared() => Assert.Equal(new Covariance2(0.25, 0, 0.25), Covariance2.Isotropic(0.5));

    [Fact]
    public void Diagonal_Deviations_AreSquared() => Assert.Equal(new PoseCovariance(0.25, 0, 0, 0.25, 0, 0.0625), PoseCovariance.Diagonal(0.5, 0.25));

    [Fact]
    public void KinematicCovariance_Blocks_AreThoseOfPositionAndVelocity()
    {
        var covariance = new KinematicCovariance(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        Assert.Equal(new Covariance2(1, 2, 5), covariance.Position);
        Assert.Equal(new Covariance2(8, 9, 10), covariance.Velocity);
    }
}

using System.Numerics;
using CsCheck;
using Swarm.Domain;

namespace Swarm.Perception.Tests.Estimation;

public sealed class KinematicStateTests
{
    private static readonly Covariance2 Unit = new(1, 0, 1);

    [Fact]
    public void Predict_ByHand_Agrees()
    {
        // x: variance 4 of the position, 1 of the velocity; q = 3 over 2 s.
        var state = State(1, 2, 4, 0, 1).Predict(2, 3);
        Assert.Equal(5, state.X, 12);
        Assert.Equal(4 + (4 * 1) + (3 * 8 / 3d), state.Covariance.XX, 12);
        Assert.Equal((2 * 1) + (3 * 4 / 2d), state.Covariance.XVx, 12);
        Assert.Equal(1 + (3 * 2), state.Covariance.VxVx, 12);
        Assert.Equal(0, state.Covariance.XY, 12);
    }

    [Fact]
    public void UpdatePosition_ByHand_Agrees()
    {
        // S = 5 + 5, gains 5/10 and 1/10, innovation 4.
        var state = State(0, 0, 5, 1, 1).UpdatePosition(new Point2(4, 0), new Covariance2(5, 0, 5));
        Assert.Equal(2, state.X, 12);
        Assert.Equal(0.4, state.Vx, 12);
        Assert.Equal(2.5, state.Covariance.XX, 12);
        Assert.Equal(0.5, state.Covariance.XVx, 12);
        Assert.Equal(0.9, state.Covariance.VxVx, 12);
    }

    [Fact]
    public void UpdateVelocity_ByHand_Agrees()
    {
        // S = 1 + 1, gains 1/2 on the velocity and 1/2 on the position, innovation 3.
        var state = State(0, 0, 5, 1, 1).UpdateVelocity(new Velocity(3, 0), Unit);
        Assert.Equal(1.5, state.Vx, 12);
        Assert.Equal(1.5, state.X, 12);
        Assert.Equal(0.5, state.Covariance.VxVx, 12);
        Assert.Equal(0.5, state.Covariance.XVx, 12);
        Assert.Equal(4.5, state.Covariance.XX, 12);
    }

    [Fact]
    public void UpdateLatePosition_WithoutAcceleration_EqualsTheUpdateInTime()
    {
        var (early, late) = (new Point2(1, -0.5), new Point2(2.2, 0.3));
        var start = State(0, 0.5, 2, 0.3, 1);
        var inOrder = start.Predict(0.4, 0).UpdatePosition(early, Unit).Predict(0.3, 0).UpdatePosition(late, Unit);
        var outOfOrder = start.Predict(0.7, 0).UpdatePosition(late, Unit).UpdateLatePosition(early, Unit, 0.3, 0);
        Assert.Equal(inOrder.X, outOfOrder.X, 9);
        Assert.Equal(inOrder.Vy, outOfOrder.Vy, 9);
        Assert.Equal(inOrder.Covariance.XVx, outOfOrder.Covariance.XVx, 9);
        Assert.Equal(inOrder.Covariance.VyVy, outOfOrder.Covariance.VyVy, 9);
    }

    [Fact]
    public void Steps_InAnyOrder_KeepTheCovariancePositiveDefinite()
    {
        var step = Gen.Select(
            Gen.Int[0, 2], Gen.Double[-0.5, 2], Gen.Double[0.01, 5], Gen.Double[0.05, 30], Gen.Double[0.05, 30], Gen.Double[-0.99, 0.99],
            Gen.Double[-1000, 1000]);
        step.Array[1, 100].Sample(steps =>
        {
            var state = KinematicState.Born(new Point2(0, 0), Covariance2.Isotropic(1), 3);
            foreach (var (kind, dt, q, a, b, correlation, at) in steps)
            {
                var noise = new Covariance2(a * a, correlation * a * b, b * b);
                state = state.Predict(dt, q);
                state = kind switch
                {
                    0 => state.UpdatePosition(new Point2(at, -at), noise),
                    1 => state.UpdateVelocity(new Velocity(at / 50, 0), noise),
                    _ => state.UpdateLatePosition(new Point2(at, -at), noise, Math.Abs(dt) / 4, q),
                };
                Assert.True(Cholesky4.TryFactor(state.Covariance, out _), $"{state.Covariance} after {kind}");
            }
        });
    }

    [Fact]
    public void UpdatePosition_Always_LowersTheUncertainty() =>
        Gen.Select(Gen.Double[0.1, 10], Gen.Double[0.1, 10], Gen.Double[-0.9, 0.9]).Sample((a, b, correlation) =>
        {
            var before = KinematicState.Born(new Point2(0, 0), new Covariance2(a * a, correlation * a * b, b * b), 2).Predict(1, 0.5);
            var after = before.UpdatePosition(new Point2(1, 1), new Covariance2(b * b, 0, a * a));
            Assert.True(Gaussian2.Determinant(after.PP.Covariance) < Gaussian2.Determinant(before.PP.Covariance));
            Assert.True(Gaussian2.Determinant(after.VV.Covariance) < Gaussian2.Determinant(before.VV.Covariance));
        });

    [Fact]
    public void Draw_ManyDraws_HaveTheCovariance()
    {
        var p = State(0, 0, 4, 1.2, 1).Covariance;
        Assert.True(Cholesky4.TryFactor(p, out var factor));
        double sumX = 0, sumCross = 0, sumV = 0;
        for (var i = 0; i < ConflictSamples.Count; i += Vector<double>.Count)
        {
            var errors = new ConflictErrors(i, factor);
            sumX += Vector.Sum(errors.X * errors.X);
            sumCross += Vector.Sum(errors.X * errors.Vx);
            sumV += Vector.Sum(errors.Vx * errors.Vx);
        }

        Assert.Equal(p.XX, sumX / ConflictSamples.Count, 0.5);
        Assert.Equal(p.XVx, sumCross / ConflictSamples.Count, 0.2);
        Assert.Equal(p.VxVx, sumV / ConflictSamples.Count, 0.15);
    }

    [Theory]
    [InlineData(0.95, 5.991)]
    [InlineData(0.99, 9.210)]
    public void ChiSquareQuantile_TwoDegreesOfFreedom_IsTheTables(double probability, double expected) =>
        Assert.Equal(expected, Gaussian2.ChiSquareQuantile(probability), 3);

    /// <summary>The same on both axes, uncorrelated; y stands still at 0.</summary>
    private static KinematicState State(double x, double vx, double position, double cross, double velocity) =>
        new(x, 0, vx, 0, position * Matrix2.Identity, cross * Matrix2.Identity, velocity * Matrix2.Identity);
}

using Swarm.Domain;

namespace Swarm.Perception.Tests.Motion;

public sealed class TurningStateTests
{
    [Fact]
    public void Predict_QuarterTurnInOneSecond_EndsAsideAndHeadsThere()
    {
        var turned = Of(vx: 1, vy: 0, rate: Math.PI / 2).Predict(1, 0, 1, 0);

        Assert.Equal((2 / Math.PI, 2 / Math.PI), (turned.Plane.X, turned.Plane.Y), Near);
        Assert.Equal((0, 1), (turned.Plane.Vx, turned.Plane.Vy), Near);
        Assert.Equal(Math.PI / 2, turned.Rate);
    }

    [Fact]
    public void Predict_NoTurn_IsConstantVelocity()
    {
        var straight = KinematicState.Born(new(1, 2), Covariance2.Isotropic(0.3), 2) with { Vx = 3, Vy = -1 };

        var turned = new TurningState(straight, 0, 0, default).Predict(0.5, 1.5, 1, 0).Plane;

        var expected = straight.Predict(0.5, 1.5);
        Assert.Equal((expected.X, expected.Y), (turned.X, turned.Y), Near);
        Assert.Equal(expected.Covariance.XX, turned.Covariance.XX, 1e-9);
        Assert.Equal(expected.Covariance.XVx, turned.Covariance.XVx, 1e-9);
        Assert.Equal(expected.Covariance.VyVy, turned.Covariance.VyVy, 1e-9);
    }

    /// <summary>All uncertainty is in the rate: each correlation is the change of the mean by the rate, as differences have it.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(-1.2)]
    public void Predict_UncertainRate_SpreadsAsTheMeanChangesWithIt(double rate)
    {
        const double step = 1e-5;
        const double variance = 0.04;
        KinematicState At(double r) => Of(2, 1, r).Predict(0.8, 0, 1, 0).Plane;
        var (low, high) = (At(rate - step), At(rate + step));

        var turned = (Of(2, 1, rate) with { Variance = variance }).Predict(0.8, 0, 1, 0);

        Assert.Equal((high.X - low.X) / (2 * step) * variance, turned.Cross[0, 0], 1e-6);
        Assert.Equal((high.Y - low.Y) / (2 * step) * variance, turned.Cross[1, 0], 1e-6);
        Assert.Equal((high.Vx - low.Vx) / (2 * step) * variance, turned.Cross[2, 0], 1e-6);
        Assert.Equal((high.Vy - low.Vy) / (2 * step) * variance, turned.Cross[3, 0], 1e-6);
        Assert.Equal(turned.Cross[0, 0] * turned.Cross[0, 0] / variance, turned.Plane.Covariance.XX, 1e-6);
    }

    /// <summary>The rate follows a measured place by its covariance with the place over that of the innovation, as in the filter of all five.</summary>
    [Fact]
    public void After_MeasuredPlace_IsTheKalmanUpdateOfAllFive()
    {
        var prior = (Of(4, 0, 0.1) with { Variance = 0.09 }).Predict(0.7, 1, 1, 0.09);
        var (place, noise) = (new Point2(prior.Plane.X + 0.4, prior.Plane.Y + 0.6), new Covariance2(0.2, 0.05, 0.3));

        var posterior = prior.After(prior.Plane.UpdatePosition(place, noise));

        Matrix2 s = prior.Plane.PP + noise;
        var (gx, gy) = s.Inverse.Transposed.Times(prior.Cross[0, 0], prior.Cross[1, 0]);
        Assert.Equal(prior.Rate + (gx * 0.4) + (gy * 0.6), posterior.Rate, 1e-9);
        Assert.Equal(prior.Variance - (gx * prior.Cross[0, 0]) - (gy * prior.Cross[1, 0]), posterior.Variance, 1e-9);
        var p = prior.Plane.Covariance;
        Assert.Equal(prior.Cross[2, 0] - (gx * p.XVx) - (gy * p.YVx), posterior.Cross[2, 0], 1e-9);
    }

    private static TurningState Of(double vx, double vy, double rate) =>
        new(KinematicState.Born(default, Covariance2.Isotropic(1e-6), 1e-6) with { Vx = vx, Vy = vy }, rate, 0, default);

    private static bool Near((double X, double Y) a, (double X, double Y) b) => Math.Abs(a.X - b.X) < 1e-9 && Math.Abs(a.Y - b.Y) < 1e-9;
}

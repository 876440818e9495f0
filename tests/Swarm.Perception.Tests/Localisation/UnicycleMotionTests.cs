using CsCheck;
using Swarm.Domain;

namespace Swarm.Perception.Tests.Localisation;

public sealed class UnicycleMotionTests
{
    private static readonly OdometryNoise Noise = new()
    {
        AlongPerMetre = 0.01,
        AcrossPerMetre = 0.02,
        YawPerMetre = 0.03,
        YawPerRadian = 0.04,
        PositionPerSecond = 0,
        YawPerSecond = 0,
    };

    [Fact]
    public void Predict_Straight_MovesAndGrowsAlongTheHeading()
    {
        var moved = UnicycleMotion.Predict(At(new Pose(1, 2, Math.PI / 2), default), 2, 0, 0.5, 0, Noise);
        Assert.Equal((1, 3), (Math.Round(moved.Pose.X, 12), Math.Round(moved.Pose.Y, 12)));
        Assert.Equal(0.02, moved.Independent.XX, 12);
        Assert.Equal(0.01, moved.Independent.YY, 12);
        Assert.Equal(0.03, moved.Independent.YawYaw, 12);
        Assert.Equal(Scene.At(0.5), moved.Time);
        Assert.Equal(default, moved.Correlated);
    }

    [Fact]
    public void Predict_TurningOnTheSpot_GrowsTheYawAlone()
    {
        var moved = UnicycleMotion.Predict(At(new Pose(0, 0, 3), default), 0, -1, 0.5, 0, Noise);
        Assert.Equal(2.5, moved.Pose.Yaw, 12);
        Assert.Equal(0.02, moved.Independent.YawYaw, 12);
        Assert.Equal(0, moved.Independent.XX);
    }

    [Fact]
    public void Predict_QuarterTurn_EndsOnTheArc()
    {
        // A radius of 1 m in steps of a hundredth of the turn.
        var state = At(new Pose(0, 0, 0), default);
        for (var i = 0; i < 100; i++)
            state = UnicycleMotion.Predict(state, Math.PI / 2, Math.PI / 2, 0.01, 0, Noise);
        Assert.Equal(1, state.Pose.X, 4);
        Assert.Equal(1, state.Pose.Y, 4);
        Assert.Equal(Math.PI / 2, state.Pose.Yaw, 9);
    }

    [Fact]
    public void Predict_UncertainYaw_SpreadsAcrossTheWay()
    {
        // J P Jᵀ with 0.1 rad² over 2 m, the same for either part of the error.
        var prior = new PoseEstimate(Scene.Start, default, new(1, 0, 0, 1, 0, 0.1), new(1, 0, 0, 1, 0, 0.1));
        var moved = UnicycleMotion.Predict(prior, 2, 0, 1, 0, new OdometryNoise { AlongPerMetre = 0, AcrossPerMetre = 0, YawPerMetre = 0 });
        Assert.Equal(1.4, moved.Correlated.YY, 12);
        Assert.Equal(0.2, moved.Correlated.YYaw, 12);
        Assert.Equal(1.4, moved.Independent.YY, 6);
    }

    [Fact]
    public void Predict_Silent_GrowsAsIfTheMotionWereUnknown()
    {
        var (heard, silent) = (UnicycleMotion.Predict(At(default, default), 0, 0, 1, 0, Noise), UnicycleMotion.Predict(At(default, default), 0, 0, 1, 0.5, Noise));
        Assert.Equal(Noise.PositionPerSilentSecond / 2, silent.Independent.XX - heard.Independent.XX, 12);
        Assert.Equal(Noise.YawPerSilentSecond / 2, silent.Independent.YawYaw - heard.Independent.YawYaw, 12);
    }

    [Fact]
    public void Linearise_AnyPlaces_HasTheDerivatives() =>
        Gen.Select(Gen.Double[-5, 5], Gen.Double[-5, 5], Gen.Double[-3, 3], Gen.Double[-5, 5], Gen.Double[-5, 5])
            .Where((x, y, _, tx, ty) => new Point2(x, y).DistanceTo(new(tx, ty)) > 0.5)
            .Sample((x, y, yaw, tx, ty) =>
            {
                const double Step = 1e-6;
                var model = Model(new(x, y, yaw), new(tx, ty));
                double[,] observer = { { Step, 0, 0 }, { 0, Step, 0 }, { 0, 0, Step } };
                for (var i = 0; i < 3; i++)
                {
                    var moved = Model(new(x + observer[i, 0], y + observer[i, 1], yaw + observer[i, 2]), new(tx, ty));
                    var target = Model(new(x, y, yaw), new(tx + observer[i, 0], ty + observer[i, 1]));
                    for (var row = 0; row < 2; row++)
                    {
                        Assert.Equal(model.Observer[row, i], Angle.Normalize(model.Residual[row, 0] - moved.Residual[row, 0]) / Step, 1e-4);
                        Assert.Equal(model.Observed[row, i], Angle.Normalize(model.Residual[row, 0] - target.Residual[row, 0]) / Step, 1e-4);
                    }
                }
            });

    [Fact]
    public void Linearise_InOnePlace_IsFalse() =>
        Assert.False(SightingModel.TryLinearise(new(1, 0, 0.1, 0.1), new(2, 3, 1), new(2, 3.01), out _));

    private static SightingModel Model(Pose observer, Point2 target)
    {
        Assert.True(SightingModel.TryLinearise(new(1, 0.5, 0.1, 0.1), observer, target, out var model));
        return model;
    }

    private static PoseEstimate At(Pose pose, PoseCovariance covariance) => new(Scene.Start, pose, covariance, default);
}

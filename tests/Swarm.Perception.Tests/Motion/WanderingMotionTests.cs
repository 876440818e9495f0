namespace Swarm.Perception.Tests.Motion;

public sealed class WanderingMotionTests
{
    private static readonly KinematicState First = KinematicState.Born(new(1, 2), new(0.2, 0.05, 0.3), 0.8) with { Vx = 1.2, Vy = -0.4 };

    [Fact]
    public void Predict_InTwoSteps_IsTheSameAsInOne()
    {
        var motion = new WanderingMotion(0.2, 1);

        var once = Predict(motion, First, 3);
        var twice = Predict(motion, Predict(motion, First, 1.2), 1.8);

        Assert.Equal(once.X, twice.X, 1e-9);
        Assert.Equal(once.Vy, twice.Vy, 1e-9);
        Assert.Equal(once.Covariance.XX, twice.Covariance.XX, 1e-9);
        Assert.Equal(once.Covariance.XVx, twice.Covariance.XVx, 1e-9);
        Assert.Equal(once.Covariance.VxVx, twice.Covariance.VxVx, 1e-9);
    }

    [Fact]
    public void Predict_ForVeryLong_StandsWithTheUsualSpread()
    {
        var later = Predict(new(0.2, 1.1), First, 500);

        Assert.Equal(0, later.Velocity.Speed, 1e-9);
        Assert.Equal(1.1 * 1.1, later.Covariance.VxVx, 1e-9);
    }

    [Fact]
    public void Predict_HardlyForgets_IsConstantVelocity()
    {
        var (wandering, straight) = (Predict(new(0.2, 300), First, 2), First.Predict(2, 0.2));

        Assert.Equal(straight.X, wandering.X, 1e-4);
        Assert.Equal(straight.Covariance.XX, wandering.Covariance.XX, 1e-4);
    }

    private static KinematicState Predict(WanderingMotion motion, KinematicState from, double dt)
    {
        var belief = new MotionBelief { Mean = from };
        return motion.Predict(ref belief, dt);
    }
}

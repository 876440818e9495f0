using Swarm.Domain;

namespace Swarm.Perception.Tests.Motion;

public sealed class InteractingMotionTests
{
    private const double Step = 0.1;
    private static readonly Covariance2 Noise = Covariance2.Isotropic(0.1);

    [Fact]
    public void Mixture_TwoStatesApart_HasTheirMomentsTogether()
    {
        var one = KinematicState.Born(new(1, 0), Covariance2.Isotropic(1), 1);
        var other = KinematicState.Born(new(-3, 0), Covariance2.Isotropic(1), 1);

        var both = KinematicState.Mixture(one, other, 0.25);

        // 1 + 0.25 · 0.75 · 4².
        Assert.Equal((-2, 4, 1), (both.X, both.Covariance.XX, both.Covariance.YY));
    }

    [Fact]
    public void Take_BodyInACurve_FindsThatItTurnsAndForetellsBetter()
    {
        static Point2 Truth(double t) => new(10 * Math.Sin(0.6 * t), 10 * (1 - Math.Cos(0.6 * t)));
        var (turning, straight) = (Run(new InteractingMotion(1.5), Truth, 40), Run(new StraightMotion(1.5), Truth, 40));

        Assert.True(turning.Modes.Turns > 0.8, $"turns with {turning.Modes.Turns}");
        Assert.InRange(turning.Modes.Turning.Rate, 0.3, 0.7);
        var ahead = Truth((39 * Step) + 1);
        var curved = new InteractingMotion(1.5).Predict(ref turning, 1).Position.DistanceTo(ahead);
        Assert.True(curved < 0.5 * new StraightMotion(1.5).Predict(ref straight, 1).Position.DistanceTo(ahead), $"{curved} m off");
    }

    [Fact]
    public void Take_BodyGoingStraight_FindsThatToo()
    {
        var belief = Run(new InteractingMotion(1.5), t => new(6 * t, 1), 60);

        Assert.True(belief.Modes.Turns < 0.4, $"turns with {belief.Modes.Turns}");
        Assert.Equal(6, belief.Mean.Vx, 0.2);
    }

    /// <summary>Two estimates that say the same cannot be made unsure by being mixed.</summary>
    [Fact]
    public void Advance_NoTime_ChangesNothing()
    {
        var motion = new InteractingMotion(1.5);
        var belief = Run(motion, t => new(6 * t, t), 10);
        var before = (belief.Mean, belief.Modes.Turns);

        motion.Advance(ref belief, belief.Mean, 0);

        Assert.Equal(before.Turns, belief.Modes.Turns, 1e-12);
        Assert.Equal(before.Mean.X, belief.Mean.X, 1e-12);
        Assert.Equal(before.Mean.Covariance.XX, belief.Mean.Covariance.XX, 1e-12);
    }

    private static MotionBelief Run(IMotion motion, Func<double, Point2> truth, int steps)
    {
        var belief = default(MotionBelief);
        motion.Begin(ref belief, KinematicState.Born(truth(0), Noise, 10));
        for (var i = 1; i < steps; i++)
        {
            motion.Advance(ref belief, motion.Predict(ref belief, Step), Step);
            motion.Take(ref belief, new MeasuredPlace(truth(i * Step), Noise));
        }

        return belief;
    }
}

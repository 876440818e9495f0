using Swarm.Domain;

namespace Swarm.Cli.Tests;

/// <summary>A courier drives 40 m north in 10 s, stands for 20 s, is not heard of for 60 s, and walks 10 m east in 10 s.</summary>
public sealed class CourierMotionTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly CourierMotion _motion = new(
        new CourierTrace(
            "trace",
            [
                Fix(0, 0, 0, CourierActivity.Driving),
                Fix(10, 0, 40, CourierActivity.OnFoot),
                Fix(30, 0, 40, CourierActivity.OnFoot),
                Fix(90, 0, 40, CourierActivity.OnFoot),
                Fix(100, 10, 40, CourierActivity.OnFoot),
            ]),
        centre: new Point2(1000, -500));

    [Fact]
    public void At_BetweenFixes_IsOnTheLineAtConstantSpeedFacingAlongIt()
    {
        var state = At(2.5);

        Assert.Equal(Now, state.Time);
        Assert.Equal(new Pose(1000, -490, Math.PI / 2), state.Pose);
        Assert.Equal(new Velocity(0, 4), state.Velocity);
    }

    /// <summary>Half-way through 10 s of driving: ½ · 3.2² + 10 · ¼ · 12 = 35.12 m².</summary>
    [Fact]
    public void At_MiddleOfAGap_HasTheVarianceOfABrownianBridge() => Assert.Equal(35.12, At(5).Covariance.XX, 9);

    [Fact]
    public void At_Fix_HasTheVarianceOfTheFix() => Assert.Equal(3.2 * 3.2, At(0).Covariance.XX, 9);

    [Fact]
    public void At_Standing_KeepsTheLastHeadingAndSaysThatItIsUnknown()
    {
        var state = At(20);

        Assert.Equal(Math.PI / 2, state.Pose.Yaw);
        Assert.Equal(Math.PI * Math.PI / 3, state.Covariance.YawYaw, 9);
        Assert.Equal(0, state.Velocity.Speed);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(60)]
    [InlineData(100.5)]
    public void At_HoleOrOutsideTheTrace_IsSilent(double seconds) => Assert.Null(_motion.At(TimeSpan.FromSeconds(seconds), Now));

    [Fact]
    public void At_LastFix_IsThere() => Assert.Equal(new Pose(1010, -460, 0), At(100).Pose);

    private static CourierFix Fix(double seconds, double x, double y, CourierActivity activity) =>
        new(TimeSpan.FromSeconds(seconds), new Point2(x, y), activity);

    private DeviceState At(double seconds) => Assert.IsType<DeviceState>(_motion.At(TimeSpan.FromSeconds(seconds), Now));
}

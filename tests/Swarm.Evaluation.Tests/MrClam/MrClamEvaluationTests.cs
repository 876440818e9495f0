namespace Swarm.Evaluation.Tests.MrClam;

public sealed class MrClamEvaluationTests
{
    [Fact]
    public void Fit_RobotsWithKnownFaults_FindsThem()
    {
        var calibration = MrClamCalibrator.Fit(MadeUpRecording.Of(120, noise: 0.1), 0, 120);

        Assert.Equal(MadeUpRecording.Odometry.Delay, calibration.Odometry.Delay, 0.03);
        Assert.Equal(MadeUpRecording.Odometry.SpeedScale, calibration.Odometry.SpeedScale, 0.01);
        Assert.Equal(MadeUpRecording.Odometry.TurnLoss, calibration.Odometry.TurnLoss, 0.05);
        Assert.Equal(MadeUpRecording.Odometry.YawScale, calibration.Odometry.YawScale, 0.01);
        Assert.Equal(MadeUpRecording.SightingDelay, calibration.SightingDelay, 0.01);
        Assert.InRange(calibration.RangeDeviation, 0.0005, 0.003);
        Assert.All(calibration.Sightings, camera =>
        {
            Assert.Equal(MadeUpRecording.Camera.Scale, camera.Scale, 0.01);
            Assert.Equal(MadeUpRecording.Camera.Offset, camera.Offset, 0.03);
            Assert.Equal(MadeUpRecording.Camera.DeviceOffset, camera.DeviceOffset, 0.03);
            Assert.Equal(MadeUpRecording.Camera.BearingOffset, camera.BearingOffset, 0.003);
        });
    }

    [Fact]
    public void Fit_WhatIsLaterThanItsTime_HasNoPart()
    {
        var whole = MadeUpRecording.Of(90, noise: 1);
        var half = whole with
        {
            Robots = [.. whole.Robots.Select(robot => robot with
            {
                Odometry = [.. robot.Odometry.Select(said => said.Time > 60 ? said with { Speed = 9 } : said)],
                Sightings = [.. robot.Sightings.Where(seen => seen.Time < 60)],
            })],
        };
        var (one, other) = (MrClamCalibrator.Fit(whole, 0, 60), MrClamCalibrator.Fit(half, 0, 60));
        Assert.Equal(one.Odometry, other.Odometry);
        Assert.Equal(one.Noise, other.Noise);
        Assert.Equal(one.Sightings, other.Sightings);
    }

    [Fact]
    public void Run_MadeUpRecording_CooperationBeatsBeingAlone()
    {
        var result = MrClamEvaluation.Run(MadeUpRecording.Of(150, noise: 1), new() { Calibration = 60 }, TestContext.Current.CancellationToken);

        Assert.Equal((60, 150), (result.From, Math.Round(result.To, 6)));
        Assert.Equal(
            [MrClamMethod.DeadReckoning, MrClamMethod.Alone, MrClamMethod.Naive, MrClamMethod.Cooperative],
            result.Methods.Select(score => score.Method));
        var (reckoning, alone, cooperative) = (result.Methods[0], result.Methods[1], result.Methods[3]);
        Assert.True(alone.Robots[0].PositionRmse < reckoning.Robots[0].PositionRmse);
        Assert.Equal(reckoning.Robots[2].PositionRmse, alone.Robots[2].PositionRmse);
        Assert.True(cooperative.Team.PositionRmse < 0.8 * alone.Team.PositionRmse);
        Assert.True(cooperative.Team.Nees.Mean < cooperative.Team.Nees.High);
        Assert.True(result.Methods[2].Team.Nees.Mean > result.Methods[2].Team.Nees.High);
        Assert.All(cooperative.Robots, robot => Assert.Equal(1, robot.Located));
        Assert.Equal([true, true, false, false, false], cooperative.Robots.Select(robot => robot.KnowsMap));
    }

    [Theory]
    [InlineData("there is no robot 9", 9, 60)]
    [InlineData("a calibration of 0 s", 1, 0)]
    public void Run_OptionsThatCannotBe_SaysWhich(string message, int mapped, double calibration)
    {
        var options = new MrClamOptions { Mapped = [mapped], Calibration = calibration };
        var fault = Assert.Throws<ArgumentException>(() => MrClamEvaluation.Run(MadeUpRecording.Of(5, 0), options, TestContext.Current.CancellationToken));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NothingAfterTheCalibration_SaysSo()
    {
        var fault = Assert.Throws<DataException>(() =>
            MrClamEvaluation.Run(MadeUpRecording.Of(30, 0), new() { Calibration = 40 }, TestContext.Current.CancellationToken));
        Assert.Contains("nothing is left after the 40 s", fault.Message, StringComparison.Ordinal);
    }
}

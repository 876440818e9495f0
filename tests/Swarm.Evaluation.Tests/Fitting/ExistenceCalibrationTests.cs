namespace Swarm.Evaluation.Tests;

public sealed class ExistenceCalibrationTests
{
    [Fact]
    public void ProbabilityOf_LineThroughTheOrigin_IsTheExistence() =>
        Assert.Equal(0.7, new ExistenceCalibration(0, 1).ProbabilityOf(0.7), 1e-12);

    /// <summary>Of what says 0.9 three in four are true, of what says 0.5 one in two: log odds ln 9 to ln 3, and 0 to 0.</summary>
    [Fact]
    public void Fit_TooSureByALine_FindsTheLine()
    {
        List<(double, bool)> samples =
        [
            .. Enumerable.Range(0, 400).Select(i => (0.9, i % 4 != 0)), .. Enumerable.Range(0, 400).Select(i => (0.5, i % 2 == 0)),
        ];

        var calibration = ExistenceCalibration.Fit(samples);

        Assert.Equal(0.75, calibration.ProbabilityOf(0.9), 1e-3);
        Assert.Equal(0.5, calibration.ProbabilityOf(0.5), 1e-3);
        Assert.Equal(0.5, calibration.Slope, 1e-3);
        Assert.True(ExistenceCalibration.LogLoss(samples, calibration) < ExistenceCalibration.LogLoss(samples, calibration: null));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ProbabilityOf_Certainty_IsFinite(double existence) =>
        Assert.InRange(new ExistenceCalibration(-0.6, 0.8).ProbabilityOf(existence), 1e-4, 1 - 1e-4);

    [Fact]
    public void Fit_Nothing_SaysSo() => Assert.Throws<DataException>(() => ExistenceCalibration.Fit([]));

    /// <summary>What is checked in is what a fit makes anew; on sequences that it has not seen it is nearer to what is so than existence is.</summary>
    [Fact]
    public void CheckedIn_TrainAndUnseenSequences_HoldsForBoth()
    {
        var root = RecordedData.Require("v2v4real");
        var (train, val) = (V2V4RealDirectory.Open(root, "train"), V2V4RealDirectory.Open(root, "val"));
        var checkedIn = V2V4RealExistence.CheckedIn;

        var fitted = V2V4RealExistence.Fit("train", [.. train.Sequences.Select(train.Load)], TestContext.Current.CancellationToken);

        Assert.Equal(checkedIn.Origin.Frames, fitted.Origin.Frames);
        List<Recording> unseen = [.. val.Sequences.Select(val.Load)];
        foreach (var (name, line) in checkedIn.Inputs)
        {
            Assert.Equal(line.Boxes, fitted.Inputs[name].Boxes);
            Assert.Equal(line.Calibration.Slope, fitted.Inputs[name].Calibration.Slope, 1e-3);
            Assert.Equal(line.Calibration.Offset, fitted.Inputs[name].Calibration.Offset, 1e-3);
        }

        double ErrorOf(ExistenceCalibration? calibration)
        {
            var input = V2V4RealInputs.Of(V2V4RealInputs.Both, unseen, calibration);
            return Reliability.Of(input.Classes[0].Truth, TrackerRun.Of(input).BoxesOf(input.Classes[0]), V2V4RealExistence.SameCar).ExpectedError;
        }

        Assert.InRange(ErrorOf(checkedIn.Inputs[V2V4RealInputs.Both].Calibration), 0, 0.7 * ErrorOf(calibration: null));
    }
}

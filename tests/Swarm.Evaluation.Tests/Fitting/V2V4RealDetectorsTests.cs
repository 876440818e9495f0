using System.Text.Json;

namespace Swarm.Evaluation.Tests;

public sealed class V2V4RealDetectorsTests
{
    /// <summary>What is checked in is what a fit to the recording makes anew, number for number but for the last decimals.</summary>
    [Fact]
    public void Fit_TrainingSequences_IsTheFileCheckedIn()
    {
        var directory = V2V4RealDirectory.Open(RecordedData.Require("v2v4real"), "train");

        var fitted = V2V4RealDetectors.Fit(
            "train", [.. directory.Sequences.Select(directory.Load)], TestContext.Current.CancellationToken);

        var expected = V2V4RealDetectors.CheckedIn;
        Assert.Equal(expected.Origin.Sequences, fitted.Origin.Sequences);
        Assert.Equal(expected.Origin.Frames, fitted.Origin.Frames);
        Compare(expected.Ego, fitted.Ego);
        Compare(expected.Cav1, fitted.Cav1);
    }

    /// <summary>On sequences that the fit has not seen, its probabilities say more than the scores and are right on average.</summary>
    [Fact]
    public void CheckedIn_SequencesNotFittedTo_ProbabilitiesAreRightOnAverage()
    {
        var directory = V2V4RealDirectory.Open(RecordedData.Require("v2v4real"), "val");
        var frames = directory.Sequences.SelectMany(sequence => directory.Load(sequence).Frames).ToList();
        foreach (var (car, maxDistance) in new[] { (RecordedCar.Ego, 2.0), (RecordedCar.Other, 3.0) })
        {
            var truths = frames.SelectMany(frame =>
                DetectionTruth.Of(car.Detections(frame), frame.Labels.Concat(frame.OwnLabels), maxDistance)).ToList();

            double LossOf(Func<RecordedDetection, double> probability) =>
                LogisticRegression.LogLoss(truths.Select(one => (probability(one.Detection), one.Label is not null)));

            Assert.InRange(LossOf(car.Detector.Score.ProbabilityOf), 0, 0.8 * LossOf(detection => detection.Score));
            var share = truths.Average(one => one.Label is null ? 0 : 1);
            Assert.Equal(share, truths.Average(one => car.Detector.Score.ProbabilityOf(one.Detection)), 0.05);
        }
    }

    [Fact]
    public void ToJson_ReadAgain_IsTheSame()
    {
        var json = V2V4RealDetectors.CheckedIn.ToJson();

        var read = JsonSerializer.Deserialize(json, FitJson.Default.V2V4RealDetectors);

        Assert.Equal(json, read!.ToJson());
    }

    [Fact]
    public void Fit_NoDetections_SaysOfWhom()
    {
        var exception = Assert.Throws<DataException>(() => V2V4RealDetectors.Fit(
            "train", [new Recording("0001", [Recording.Frame([], [], [])])], TestContext.Current.CancellationToken));

        Assert.StartsWith("the 0 detections of ego cannot be fitted to", exception.Message, StringComparison.Ordinal);
    }

    private static void Compare(FittedDetector expected, FittedDetector fitted)
    {
        Assert.Equal(expected.Detections, fitted.Detections);
        Assert.Equal(expected.True, fitted.True);
        Assert.Equal(expected.LogLoss, fitted.LogLoss, 1e-4);
        Assert.Equal(expected.LogLossOfScores, fitted.LogLossOfScores, 1e-4);
        Assert.Equal(expected.Model.Score.Weights.Keys, fitted.Model.Score.Weights.Keys);
        Assert.All(expected.Model.Score.Weights, weight => Assert.Equal(weight.Value, fitted.Model.Score.Weights[weight.Key], 1e-3));
        foreach (var (line, anew) in new[]
        {
            (expected.Model.Noise.Along, fitted.Model.Noise.Along), (expected.Model.Noise.Across, fitted.Model.Noise.Across),
        })
        {
            Assert.Equal(line.AtOrigin, anew.AtOrigin, 1e-4);
            Assert.Equal(line.PerMetre, anew.PerMetre, 1e-4);
        }
    }
}

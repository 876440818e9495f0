using Swarm.Domain;

namespace Swarm.Evaluation.Tests;

public sealed class DetectionTruthTests
{
    [Fact]
    public void Of_TwoDetectionsOfOneLabel_TheSurerHasItAndTheOtherIsFalse()
    {
        var label = new RecordedLabel(0, 7, Box(0));
        var near = new RecordedDetection(0, Box(0.1), 0.4);
        var sure = new RecordedDetection(0, Box(1.5), 0.9);

        var truths = DetectionTruth.Of([near, sure], [label], maxDistance: 2).ToList();

        Assert.Equal([new(sure, label), new(near, null)], truths);
    }

    [Fact]
    public void Of_LabelTooFarAway_IsFalse()
    {
        var truths = DetectionTruth.Of([new RecordedDetection(0, Box(2.1), 0.9)], [new RecordedLabel(0, 7, Box(0))], maxDistance: 2);

        Assert.Null(Assert.Single(truths).Label);
    }

    private static RecordedBox Box(double x) => new(new Position(x, 0), new Size(4.5, 1.8, 1.6), 0);
}

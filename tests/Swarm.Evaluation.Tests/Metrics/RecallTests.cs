namespace Swarm.Evaluation.Tests;

public sealed class RecallTests
{
    /// <summary>40 true boxes, all found: each pair adds 1/40 of recall, so that each but the first gives the threshold of the recall before it.</summary>
    [Fact]
    public void Thresholds_EveryTruthFound_AreTheScoresOneByOne()
    {
        var points = RecallThresholds.Of(Enumerable.Range(1, 40).Select(i => i / 100.0), truths: 40);

        Assert.Equal(39, points.Count);
        Assert.Equal((0.39, 0.025), (points[0].Threshold, points[0].Recall));
        Assert.Equal(0.01, points[^1].Threshold);
        Assert.Equal(39 / 40.0, points[^1].Recall, 12);
    }

    /// <summary>With 400 true boxes ten pairs make a step of recall: the 10th, 20th … highest score.</summary>
    [Fact]
    public void Thresholds_ManyTruths_TakeThePairNearestTheRecall()
    {
        var points = RecallThresholds.Of(Enumerable.Range(1, 400).Select(i => i / 1000.0), truths: 400);

        Assert.Equal(40, points.Count);
        Assert.Equal((0.391, 0.025), (points[0].Threshold, points[0].Recall));
        Assert.Equal(0.381, points[1].Threshold);
        Assert.Equal((0.001, 1), (points[^1].Threshold, Math.Round(points[^1].Recall, 9)));
    }

    /// <summary>Half of the truths found: half of the recalls have no threshold.</summary>
    [Fact]
    public void Thresholds_HalfFound_EndThere() =>
        Assert.Equal(20, RecallThresholds.Of(Enumerable.Range(1, 200).Select(i => i / 1000.0), truths: 400).Count);

    [Fact]
    public void Thresholds_NoPair_AreNone() => Assert.Empty(RecallThresholds.Of([], truths: 10));

    /// <summary>One point of 40 with MOTA 0.5, scaled MOTA 1 at recall 0.5, MOTP 0.8.</summary>
    [Fact]
    public void Averages_OnePoint_CountTheOthersAsZero()
    {
        var point = new ClearMot
        {
            TruePositives = 5, FalsePositives = 0, FalseNegatives = 5, Truths = 10, Overlap = 4, Trajectories = default,
        };

        var averages = RecallAverages.Of([(point, 0.5)]);

        Assert.Equal(0.5 / 40, averages.Amota, 12);
        Assert.Equal(1.0 / 40, averages.ScaledAmota, 12);
        Assert.Equal(0.8 / 40, averages.Amotp, 12);
    }
}

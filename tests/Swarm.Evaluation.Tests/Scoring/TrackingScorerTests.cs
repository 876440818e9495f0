namespace Swarm.Evaluation.Tests;

public sealed class TrackingScorerTests
{
    private static readonly UprightBox Here = new(1.5, 2, 4, 0, 0, 10, 0);
    private static readonly UprightBox There = Here with { X = 30 };
    private static readonly ImageBox Large = new(100, 100, 200, 160);
    private static readonly ImageBox Small = new(100, 100, 200, 125);

    /// <summary>One object for ten frames, a sure track on it, and a track in the void that is as sure.</summary>
    [Fact]
    public void Score_TrackOnTheObjectAndOneInTheVoid_CountsPairsAndFalseOnes()
    {
        var score = Score(Truth(10, Here), Tracks(10, new(1, Here, 0.9, Large), new(2, There, 0.9, Large)), new());

        Assert.Equal((10, 10, 0), (score.Best.TruePositives, score.Best.FalsePositives, score.Best.FalseNegatives));
    }

    /// <summary>With the track in the void less sure, the threshold with the largest MOTA leaves it out.</summary>
    [Fact]
    public void Score_UnsureTrackInTheVoid_IsLeftOutAtTheBestThreshold()
    {
        var score = Score(Truth(10, Here), Tracks(10, new(1, Here, 0.9, Large), new(2, There, 0.3, Large)), new());

        Assert.Equal((0.9, 1, 0), (Math.Round(score.Threshold, 9), score.Best.Mota, score.Best.FalsePositives));
        Assert.Equal(1, score.Hota.Score, 9);
        Assert.Equal(0, score.Gospa.Value, 9);
    }

    /// <summary>The threshold is on the mean over the frames of a track: 0.2 and 0.8 by turns make 0.5.</summary>
    [Fact]
    public void Score_ScoreThatWavers_CountsAsItsMean()
    {
        var frames = Enumerable.Range(0, 10).Select(f => (IReadOnlyList<TrackBox>)[new TrackBox(1, Here, f % 2 == 0 ? 0.2 : 0.8, Large)]);

        var score = Score(Truth(10, Here), new("s", [.. frames]), new());

        Assert.Equal(0.5, score.Threshold, 9);
        Assert.Equal(10, score.Best.TruePositives);
    }

    [Theory]
    [InlineData(true, 10)]
    [InlineData(false, 0)]
    public void Score_SmallBoxInTheVoid_IsForgivenOnlyAsPublished(bool count, int falsePositives)
    {
        var tracks = Tracks(10, new(1, Here, 0.9, Large), new(2, There, 0.9, Small));

        Assert.Equal(falsePositives, Score(Truth(10, Here), tracks, new() { CountFalsePositives = count }).Best.FalsePositives);
    }

    [Theory]
    [InlineData(151, 0)]
    [InlineData(149, 10)]
    public void Score_BoxInAnAreaNobodyLabelled_IsForgivenFromHalfOfIt(double edge, int falsePositives)
    {
        var frame = new TruthFrame([new(7, Here)], [new ImageBox(0, 0, edge, 400)]);
        var tracks = Tracks(10, new(1, Here, 0.9, Large), new(2, There, 0.9, Large));

        var score = Score(new("s", Enumerable.Repeat(frame, 10).ToList()), tracks, new() { CountFalsePositives = false });

        Assert.Equal(falsePositives, score.Best.FalsePositives);
    }

    /// <summary>
    /// Two small boxes on one object, the less sure one nearer in every second frame. With all tracks both are paired by turns. Above the
    /// score of the less sure one the other has the object in every frame. With all tracks again, five boxes lose the object that they
    /// were paired with before, and count.
    /// </summary>
    [Fact]
    public void Score_SmallBoxThatWasPairedAtAnEarlierThreshold_IsForgivenNoMore()
    {
        var frames = Enumerable.Range(0, 10).Select(f => (IReadOnlyList<TrackBox>)
        [
            new TrackBox(1, Here with { X = 0.5 }, 0.9, Small),
            new TrackBox(2, f % 2 == 0 ? Here with { X = 0.6 } : Here, 0.2, Small),
        ]);
        var scorer = new SequenceScorer(OverlapSequence.Of(Truth(10, Here), new("s", [.. frames])), new() { CountFalsePositives = false });

        var all = scorer.Score(double.NegativeInfinity);
        var sure = scorer.Score(0.5);
        var again = scorer.Score(double.NegativeInfinity);

        Assert.Equal((10, 0), (all.TruePositives, all.FalsePositives));
        Assert.Equal((10, 0), (sure.TruePositives, sure.FalsePositives));
        Assert.Equal((10, 5), (again.TruePositives, again.FalsePositives));
    }

    /// <summary>An ignored object is neither missed nor false, paired or not; nor is its partner.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Score_IgnoredObject_IsNeitherMissedNorFalse(bool found)
    {
        var truth = new SequenceTruth("s", [.. Enumerable.Repeat(new TruthFrame([new(7, Here), new(8, There, Ignored: true)], []), 10)]);
        TrackBox[] boxes = found ? [new(1, Here, 0.9, Large), new(2, There, 0.9, Large)] : [new(1, Here, 0.9, Large)];

        var score = Score(truth, Tracks(10, boxes), new());

        Assert.Equal((10, 0, 0), (score.Best.Truths, score.Best.FalsePositives, score.Best.FalseNegatives));
        Assert.Equal(1, score.Best.Mota);
        Assert.Equal(1, score.Hota.Score, 9);
    }

    [Fact]
    public void Score_OverlapOfAThird_CountsFromTheLeastOverlapOn()
    {
        var tracks = Tracks(10, new TrackBox(1, Here with { X = 2 }, 0.9, Large));

        Assert.Equal(10, Score(Truth(10, Here), tracks, new() { MinOverlap = 0.33 }).Best.TruePositives);
        Assert.Equal(0, Score(Truth(10, Here), tracks, new() { MinOverlap = 0.34 }).Best.TruePositives);
    }

    [Fact]
    public void Score_NoTrackAtAll_MissesEverything()
    {
        var score = Score(Truth(10, Here), Tracks(10), new());

        Assert.Equal((0, 10, 0), (score.Best.Mota, score.Best.FalseNegatives, score.RecallPoints));
        Assert.Equal(double.NegativeInfinity, score.Threshold);
    }

    [Fact]
    public void Of_TrackTwiceInAFrame_IsRefused()
    {
        var exception = Assert.Throws<ArgumentException>(
            () => Score(Truth(1, Here), Tracks(1, new(1, Here, 0.9), new(1, There, 0.9)), new()));

        Assert.Contains("a track twice in frame 0", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OtherSequences_IsRefused() => Assert.Throws<ArgumentException>(
        () => new TrackingScorer([Truth(1, Here)], [new SequenceTracks("other", [[]])]));

    /// <summary>0.01 added ten times is less than 0.1 by rounding, and so again: the mean wanders off the threshold that it gave.</summary>
    [Fact]
    public void MeanScores_PublishedRounding_AveragesItsOwnMeanAgain()
    {
        var sequence = OverlapSequence.Of(Truth(10, Here), Tracks(10, new TrackBox(1, Here, 0.01)));
        var steady = new MeanScores(sequence, publishedRounding: false);
        var published = new MeanScores(sequence, publishedRounding: true);
        for (var i = 0; i < 2; i++)
        {
            steady.Next();
            published.Next();
        }

        Assert.Equal((0.009999999999999998, 0.009999999999999997), (steady[0], published[0]));
    }

    private static TrackingScore Score(SequenceTruth truth, SequenceTracks tracks, ScoringOptions options) =>
        new TrackingScorer([truth], [tracks]).Score(options, TestContext.Current.CancellationToken);

    private static SequenceTruth Truth(int frames, UprightBox box) =>
        new("s", [.. Enumerable.Repeat(new TruthFrame([new(7, box)], []), frames)]);

    private static SequenceTracks Tracks(int frames, params TrackBox[] boxes) => new("s", [.. Enumerable.Repeat(boxes, frames)]);
}

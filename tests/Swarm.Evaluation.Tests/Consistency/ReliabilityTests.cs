namespace Swarm.Evaluation.Tests;

public sealed class ReliabilityTests
{
    /// <summary>Two boxes of 0.62 and 0.68 of which one is true, and a sure one that is a double of it.</summary>
    [Fact]
    public void Of_ThreeBoxes_GivesPredictedAndObserved()
    {
        var reliability = Of([(0.62, 40), (0.68, 100), (1, 1)], labelAt: 0, second: 41.5);

        var seventh = reliability.Bins[6];
        Assert.Equal(2, seventh.Boxes);
        Assert.Equal(0.65, seventh.Predicted, 12);
        Assert.Equal(0.5, seventh.Observed, 12);
        Assert.Equal(1, reliability.Bins[9].Observed);
        Assert.Equal(0.3 / 3, reliability.ExpectedError, 12);
    }

    [Fact]
    public void Of_TwoBoxesOfOneLabel_OnlyTheSurerIsTrue()
    {
        var reliability = Of([(0.75, 0), (0.35, 0.5)], labelAt: 0, second: 500);

        Assert.Equal(1, reliability.Bins[7].Observed);
        Assert.Equal(0, reliability.Bins[3].Observed);
    }

    [Fact]
    public void Of_ScoreAboveOne_IsRefused()
    {
        var exception = Assert.Throws<ArgumentException>(() => Of([(1.5, 0)], labelAt: 0, second: 500));

        Assert.StartsWith("score 1.5 is no probability", exception.Message, StringComparison.Ordinal);
    }

    private static Reliability Of((double Score, double X)[] boxes, double labelAt, double second) => Reliability.Of(
        [new("a", [new TruthFrame([new(1, At(labelAt)), new(2, At(second))], [])])],
        [new("a", [[.. boxes.Select((box, index) => new TrackBox(index, At(box.X), box.Score, default))]])],
        maxDistance: 2);

    private static UprightBox At(double x) => new(Height: 1.6, Width: 1.9, Length: 4.4, X: x, Y: 0, Z: 0, Ry: 0);
}

namespace Swarm.Evaluation.Tests;

public sealed class KittiTruthTests
{
    private static readonly UprightBox Box = new(1.5, 1.8, 4, 0, 1.6, 20, 0);

    [Theory]
    [InlineData("Car", 0, 2, false)]
    [InlineData("Car", 0, 3, true)]
    [InlineData("Car", 1, 0, true)]
    [InlineData("Van", 0, 0, true)]
    public void Of_CarsAndVans_AreIgnoredByTheRules(string type, int truncated, int occluded, bool ignored)
    {
        var truth = Truth(KittiCategory.Car, new KittiLabel(0, 5, type, truncated, occluded, default, Box));

        Assert.Equal([new TruthBox(5, Box, ignored)], truth.Boxes);
    }

    [Theory]
    [InlineData("Truck")]
    [InlineData("Pedestrian")]
    public void Of_OtherTypes_AreNoTruthOfCars(string type) =>
        Assert.Empty(Truth(KittiCategory.Car, new KittiLabel(0, 5, type, 0, 0, default, Box)).Boxes);

    [Fact]
    public void Of_UnlabelledArea_IsAnAreaForEveryCategory()
    {
        var area = new KittiLabel(0, -1, KittiLabel.DontCare, 0, 0, new ImageBox(1, 2, 3, 4), default);

        Assert.All(KittiCategory.All, category => Assert.Equal([new ImageBox(1, 2, 3, 4)], Truth(category, area).DontCare));
        Assert.Empty(Truth(KittiCategory.Cyclist, area).Boxes);
    }

    [Fact]
    public void ProbabilityOf_Scores_IsAHalfAtTheEvenOneAndRises()
    {
        Assert.Equal(0.5, KittiCategory.Car.ProbabilityOf(2.98), 12);
        Assert.InRange(KittiCategory.Car.ProbabilityOf(8), 0.95, 1);
        Assert.InRange(KittiCategory.Car.ProbabilityOf(-0.5), 0, 0.1);
    }

    private static TruthFrame Truth(KittiCategory category, params KittiLabel[] labels)
    {
        var sequence = new KittiSequence(
            "0001",
            KittiCategory.All.ToDictionary(one => one, _ => Array.Empty<KittiDetection>().ToLookup(detection => detection.Frame)),
            labels.ToLookup(label => label.Frame),
            [TestCamera.At(0, 0, 0)]);
        return KittiTruth.Of(sequence, category).Frames[0];
    }
}

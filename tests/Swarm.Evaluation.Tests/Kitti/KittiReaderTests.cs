namespace Swarm.Evaluation.Tests;

public sealed class KittiReaderTests
{
    private const string Detection = "7,2,147.5,197,314,281.5,12.317,1.5,1.6,4.2,-8.3,2.1,16.1,1.54,2.01";
    private const string Label = "7 3 Van 0 2 2.0 143 197 310 275 1.4 1.7 3.9 -8.3 2.0 15.9 1.53";
    private const string Unlabelled = "7 -1 DontCare -1 -1 -10 457.5 185 505.5 215 -1000 -1000 -1000 -10 -1 -1 -1";

    [Fact]
    public void ReadDetections_ValidLine_TakesEveryColumn()
    {
        var detection = Assert.Single(ReadDetections(Detection));

        Assert.Equal(
            new KittiDetection(7, new(147.5, 197, 314, 281.5), new UprightBox(1.5, 1.6, 4.2, -8.3, 2.1, 16.1, 1.54), 12.317), detection);
    }

    [Fact]
    public void ReadLabels_ValidLines_TakeObjectsAndAreas()
    {
        var labels = ReadLabels($"{Unlabelled}\n{Unlabelled}\n{Label}");

        Assert.Equal(["DontCare", "DontCare", "Van"], labels.Select(label => label.Type));
        Assert.Equal(new ImageBox(457.5, 185, 505.5, 215), labels[0].Image);
        Assert.Equal((7, 3, 0, 2), (labels[2].Frame, labels[2].Object, labels[2].Truncated, labels[2].Occluded));
        Assert.Equal(new UprightBox(1.4, 1.7, 3.9, -8.3, 2.0, 15.9, 1.53), labels[2].Box);
    }

    [Theory]
    [InlineData("7,1,147.5,197,314,281.5,12.317,1.5,1.6,4.2,-8.3,2.1,16.1,1.54,2.01", "type 1: 2 (car) expected")]
    [InlineData("7,2,147.5,197,314,281.5,12.317,1.5,1.6,4.2,-8.3,2.1,16.1,1.54", "15 columns expected")]
    [InlineData("7,2,147.5,197,314,281.5,12.317,1.5,1.6,4.2,-8.3,up,16.1,1.54,2.01", "y 'up' is not a finite number")]
    public void ReadDetections_MalformedLine_NamesTheLineAndTheFault(string line, string fault)
    {
        var exception = Assert.Throws<DataException>(() => ReadDetections($"{Detection}\n{line}"));

        Assert.StartsWith($"file:2: {fault}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Label, "object 3 is labelled twice in frame 7")]
    [InlineData("7 -1 Car 0 2 2.0 143 197 310 275 1.4 1.7 3.9 -8.3 2.0 15.9 1.53", "id '-1' is not a whole number")]
    [InlineData("7 4 Car 0 2 2.0 143 197 310 275 1.4 1.7 3.9 -8.3 2.0 15.9", "17 columns expected")]
    public void ReadLabels_MalformedLine_NamesTheLineAndTheFault(string line, string fault)
    {
        var exception = Assert.Throws<DataException>(() => ReadLabels($"{Label}\n{line}"));

        Assert.StartsWith($"file:2: {fault}", exception.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<KittiDetection> ReadDetections(string text) =>
        KittiReader.ReadDetections(new StringReader(text), "file", KittiCategory.Car);

    private static IReadOnlyList<KittiLabel> ReadLabels(string text) => KittiReader.ReadLabels(new StringReader(text), "file");
}
